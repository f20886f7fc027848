package com.weelo.dispatch.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.SuiteFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureReportTests {

  @Test
  void what_people_can_mend_is_told_in_its_own_words() {
    assertThat(FailureReport.explain(new SuiteFailure("port 8081 is taken")))
        .isEqualTo("port 8081 is taken");
    assertThat(
            FailureReport.explain(
                new UncheckedIOException("x", new NoSuchFileException("trips.csv"))))
        .isEqualTo("there is no file trips.csv");
    assertThat(
            FailureReport.explain(
                new UncheckedIOException("trips.csv cannot be read", new IOException("torn"))))
        .isEqualTo("trips.csv cannot be read: torn");
  }

  @Test
  void what_nobody_expected_points_to_the_log() {
    assertThat(FailureReport.explain(new IllegalStateException("odd")))
        .contains("unexpectedly", "odd", "suite.log");
  }
}
