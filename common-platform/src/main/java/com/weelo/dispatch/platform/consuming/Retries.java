package com.weelo.dispatch.platform.consuming;

import java.util.List;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * How often a failed event is tried again. While something the service needs is away: until it is
 * back, for the event is not to blame. Poison: never. Anything else: a few times.
 */
final class Retries {

  private static final List<Class<? extends Throwable>> SOMETHING_IS_AWAY =
      List.of(
          RetryableFailure.class,
          TransientDataAccessException.class,
          RecoverableDataAccessException.class,
          NonTransientDataAccessResourceException.class,
          CannotCreateTransactionException.class,
          TransactionSystemException.class,
          java.io.IOException.class,
          java.sql.SQLNonTransientConnectionException.class,
          java.sql.SQLRecoverableException.class,
          java.sql.SQLTransientException.class);

  private Retries() {}

  static BackOff after(Throwable failure) {
    if (isCausedBy(failure, List.of(PoisonEvent.class))) {
      return new FixedBackOff(0, 0);
    }
    if (isCausedBy(failure, SOMETHING_IS_AWAY) || isLostConnection(failure)) {
      return backOff(FixedBackOff.UNLIMITED_ATTEMPTS);
    }
    return backOff(4);
  }

  /** PostgreSQL's classes 08 (connection) and 57 (it is shutting down or starting up). */
  private static boolean isLostConnection(Throwable failure) {
    return NestedExceptionUtils.getMostSpecificCause(failure) instanceof java.sql.SQLException sql
        && sql.getSQLState() != null
        && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57"));
  }

  private static boolean isCausedBy(Throwable failure, List<Class<? extends Throwable>> suspects) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var current = cause;
      if (suspects.stream().anyMatch(suspect -> suspect.isInstance(current))) {
        return true;
      }
    }
    return false;
  }

  private static BackOff backOff(long attempts) {
    var backOff = new ExponentialBackOff(100, 2);
    backOff.setMaxInterval(5_000);
    backOff.setMaxAttempts(attempts);
    return backOff;
  }
}
