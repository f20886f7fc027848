package com.weelo.dispatch.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.EventIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.MDC;

class CorrelationTests {

  @Test
  void work_finds_the_correlation_it_was_set_off_by() {
    var cause = EventIds.next();

    new Correlation("the-request", cause)
        .run(() -> {
          assertThat(Correlation.current()).isEqualTo(new Correlation("the-request", cause));
          assertThat(MDC.get("correlationId")).isEqualTo("the-request");
        });

    assertThat(MDC.get("correlationId")).isNull();
    assertThat(Correlation.current().correlationId()).isNotEqualTo("the-request");
  }

  @Test
  void after_work_within_work_the_log_names_the_outer_one_again() {
    new Correlation("the-request", null)
        .run(() -> {
          new Correlation("another", null).run(() -> {});

          assertThat(MDC.get("correlationId")).isEqualTo("the-request");
        });
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"line\nbreak", "+919876501234"})
  void what_is_no_correlation_is_not_named_in_the_log(String header) {
    try (var ignored = Correlation.logged(header)) {
      assertThat(MDC.get("correlationId")).isNull();
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "with space", "line\nbreak", "<script>"})
  void an_id_that_is_not_harmless_is_replaced(String offered) {
    assertThat(Correlation.ofRequest(offered).correlationId()).isNotEqualTo(offered).isNotEmpty();
  }

  @Test
  void a_harmless_id_is_kept() {
    assertThat(Correlation.ofRequest("req-42.a_b").correlationId()).isEqualTo("req-42.a_b");
  }
}
