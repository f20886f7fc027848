package com.weelo.dispatch.platform.consuming;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.util.backoff.BackOffExecution;

class RetriesTests {

  static Stream<Exception> somethingIsAway() {
    return Stream.of(
        new RetryableFailure("away", null),
        new IllegalStateException(new RetryableFailure("away", null)),
        new CannotCreateTransactionException("no connection"),
        new DataAccessResourceFailureException("gone"),
        new QueryTimeoutException("slow"),
        new UncategorizedSQLException("task", null, new SQLException("starting up", "57P03")));
  }

  @ParameterizedTest
  @MethodSource("somethingIsAway")
  void while_something_is_away_an_event_is_tried_without_end(Exception failure) {
    assertThat(tries(failure, 1_000)).isEqualTo(1_000);
  }

  static Stream<Exception> poison() {
    return Stream.of(
        new PoisonEvent("poison", null),
        new IllegalStateException(new PoisonEvent("poison", null)));
  }

  @ParameterizedTest
  @MethodSource("poison")
  void poison_is_not_tried_again(Exception failure) {
    assertThat(tries(failure, 10)).isZero();
  }

  static Stream<Exception> anythingElse() {
    return Stream.of(
        new IllegalStateException("a bug"), new DuplicateKeyException("a row is there"));
  }

  @ParameterizedTest
  @MethodSource("anythingElse")
  void anything_else_is_tried_a_few_times(Exception failure) {
    assertThat(tries(failure, 1_000)).isEqualTo(4);
  }

  private static int tries(Exception failure, int atMost) {
    var backOff = Retries.after(failure).start();
    var tries = 0;
    while (tries < atMost && backOff.nextBackOff() != BackOffExecution.STOP) {
      tries++;
    }
    return tries;
  }
}
