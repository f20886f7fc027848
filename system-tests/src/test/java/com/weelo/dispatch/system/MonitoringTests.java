package com.weelo.dispatch.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MonitoringTests {

  @Test
  void each_alert_has_an_entry_in_the_runbook() {
    assertThat(Monitoring.alerts())
        .isNotEmpty()
        .allSatisfy(alert -> assertThat(Monitoring.runbook()).contains("### " + alert + "\n"));
  }

  @Test
  void each_alert_has_a_case_in_which_it_fires_and_one_in_which_it_does_not() {
    assertThat(Monitoring.alerts())
        .isNotEmpty()
        .allSatisfy(alert ->
            assertThat(Monitoring.ruleTests())
                .contains("name: " + alert + " fires\n", "name: " + alert + " keeps quiet\n"));
  }
}
