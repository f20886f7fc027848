package com.weelo.dispatch.analytics.live;

import static java.time.temporal.ChronoUnit.MINUTES;

import com.weelo.dispatch.analytics.answers.Answering;
import com.weelo.dispatch.analytics.answers.Bucket;
import com.weelo.dispatch.analytics.answers.Question;
import com.weelo.dispatch.analytics.answers.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the figures of the last hour together from the same answers that everybody gets. */
@Component
final class FiguringOut {

  private static final Duration LOOKED_BACK = Duration.ofHours(1);

  private static final List<String> FUNNEL =
      List.of("searched", "created", "offered", "accepted", "assigned", "completed");

  /** Who has no device, or wants nothing any more, is no failure. */
  private static final List<String> PUSH_OUTCOMES = List.of("sent", "failed");

  private final Answering answering;

  FiguringOut(Answering answering) {
    this.answering = answering;
  }

  Figures at(Instant now, LiveLatencies latencies) {
    var first = now.truncatedTo(MINUTES).minus(LOOKED_BACK).plus(1, MINUTES);
    var span = new Span(first, now, Bucket.MINUTE, null);
    var steps = byMinute(Question.FUNNEL, span);
    var ends = byMinute(Question.CONVERSION, span);
    var waits = byMinute(Question.ACCEPTANCE_TIMES, span);
    var pushes = pushesByMinute(span);
    var minutes = new ArrayList<Figures.Minute>();
    for (var minute = first; minute.isBefore(now); minute = minute.plus(1, MINUTES)) {
      var sent = pushes.getOrDefault(minute, new long[2]);
      minutes.add(
          new Figures.Minute(
              minute,
              number(steps, minute, "created"),
              number(steps, minute, "accepted"),
              number(ends, minute, "expired"),
              orNull(waits, minute, "p50Ms"),
              orNull(waits, minute, "p99Ms"),
              latencies.millisAt(0.5, minute).orElse(null),
              latencies.millisAt(0.99, minute).orElse(null),
              sent[0],
              sent[1]));
    }
    return new Figures(funnel(steps, ends), minutes, latencies.lagMillis(now).orElse(null));
  }

  private static Map<String, Long> funnel(
      Map<Instant, Map<String, Object>> steps, Map<Instant, Map<String, Object>> ends) {
    var funnel = new LinkedHashMap<String, Long>();
    FUNNEL.forEach(step -> funnel.put(step, sum(steps, step)));
    funnel.put("expired", sum(ends, "expired"));
    funnel.put("cancelled", sum(ends, "cancelled"));
    return funnel;
  }

  private Map<Instant, Map<String, Object>> byMinute(Question question, Span span) {
    var rows = new HashMap<Instant, Map<String, Object>>();
    answering
        .answer(question, span)
        .rows()
        .forEach(row -> rows.put((Instant) row.get("start"), row));
    return rows;
  }

  /** Pushes sent and failed. */
  private Map<Instant, long[]> pushesByMinute(Span span) {
    var pushes = new HashMap<Instant, long[]>();
    for (var row : answering.answer(Question.DELIVERY, span).rows()) {
      var place = PUSH_OUTCOMES.indexOf(String.valueOf(row.get("outcome")));
      if ("fcm".equals(row.get("channel")) && place >= 0) {
        pushes.computeIfAbsent((Instant) row.get("start"), minute -> new long[2])[place] +=
            (Long) row.getOrDefault("messages", 0L);
      }
    }
    return pushes;
  }

  private static long sum(Map<Instant, Map<String, Object>> rows, String column) {
    return rows.keySet().stream().mapToLong(minute -> number(rows, minute, column)).sum();
  }

  private static long number(
      Map<Instant, Map<String, Object>> rows, Instant minute, String column) {
    var number = orNull(rows, minute, column);
    return number == null ? 0 : number;
  }

  private static @Nullable Long orNull(
      Map<Instant, Map<String, Object>> rows, Instant minute, String column) {
    return (Long) rows.getOrDefault(minute, Map.of()).get(column);
  }
}
