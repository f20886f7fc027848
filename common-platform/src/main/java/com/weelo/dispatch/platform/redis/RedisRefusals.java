package com.weelo.dispatch.platform.redis;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.event.command.CommandFailedEvent;
import io.lettuce.core.event.command.CommandListener;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Redis refuses us although it is there: our user has no right to it, or another password. The
 * service goes on as if Redis were away, which nobody but an operator can end; so it is said aloud,
 * once for as long as it lasts.
 */
final class RedisRefusals implements CommandListener {

  private static final Logger log = LoggerFactory.getLogger(RedisRefusals.class);

  /** As Redis begins its answers, and what it says of a command within a script. */
  private static final Pattern REFUSAL =
      Pattern.compile("^(NOPERM|NOAUTH|WRONGPASS)\\b|The user executing the script can't");

  private static final String LOGIN = "the login";

  /** What was not refused for so long is over, or tried so seldom that it may be said again. */
  private static final Duration MEMORY = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Instant> last = new ConcurrentHashMap<>();

  RedisRefusals(Clock clock) {
    this.clock = clock;
  }

  @Override
  public void commandFailed(CommandFailedEvent event) {
    note(String.valueOf(event.getCommand().getType()), event.getCause());
  }

  /** A connection was not to be had. */
  void connectionFailed(@Nullable Throwable failure) {
    note(LOGIN, failure);
  }

  private void note(String what, @Nullable Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      var answer = cause.getMessage();
      if (cause instanceof RedisCommandExecutionException
          && answer != null
          && REFUSAL.matcher(answer).find()) {
        refused(what, answer);
        return;
      }
    }
  }

  private void refused(String what, String answer) {
    var now = clock.instant();
    var before = last.put("Redis refuses " + what + ": " + answer, now);
    if (before == null || before.plus(MEMORY).isBefore(now)) {
      log.error(
          "Redis is there and refuses {}: {}. We go on as if it were away, until the user of"
              + " spring.data.redis.username has the right, or we have its password",
          what,
          answer);
    }
  }

  /** All that is refused at present. */
  List<String> current() {
    var now = clock.instant();
    return last.entrySet().stream()
        .filter(refusal -> !refusal.getValue().plus(MEMORY).isBefore(now))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
