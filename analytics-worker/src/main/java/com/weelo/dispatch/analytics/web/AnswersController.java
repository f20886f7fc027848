package com.weelo.dispatch.analytics.web;

import com.weelo.dispatch.analytics.answers.Answer;
import com.weelo.dispatch.analytics.answers.Answering;
import com.weelo.dispatch.analytics.answers.Bucket;
import com.weelo.dispatch.analytics.answers.Question;
import com.weelo.dispatch.analytics.answers.Span;
import com.weelo.dispatch.analytics.answers.Subject;
import com.weelo.dispatch.analytics.answers.Subjects;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the marketplace is doing. */
@RestController
@RequestMapping("/api/v1/analytics")
class AnswersController {

  private static final Duration DEFAULT_SPAN = Duration.ofDays(1);
  private static final Duration LONGEST = Duration.ofDays(366);
  private static final long MOST_BUCKETS = 10_000;

  private final Answering answering;
  private final Subjects subjects;
  private final Clock clock;

  AnswersController(Answering answering, Subjects subjects, Clock clock) {
    this.answering = answering;
    this.subjects = subjects;
    this.clock = clock;
  }

  record Definition(String question, String definition) {}

  record AnswerBody(
      Instant from,
      Instant to,
      String bucket,
      @Nullable VehicleType vehicleType,
      List<Map<String, Object>> rows) {

    static AnswerBody of(Span span, Answer answer) {
      return new AnswerBody(
          span.from(), span.to(), span.bucket().code(), span.vehicleType(), answer.rows());
    }
  }

  /** What can be asked, and what the figures mean. */
  @AllowedRoles(Role.OPS)
  @GetMapping
  List<Definition> listQuestions() {
    return Arrays.stream(Question.values())
        .map(question -> new Definition(question.path(), question.definition()))
        .toList();
  }

  /**
   * The answer to a question, in rows; as CSV for who accepts that.
   *
   * @param question one of those that can be asked
   * @param from the start, a day before the end where it is left out
   * @param to the end, now where it is left out
   * @param bucket minute, hour or day
   * @param vehicleType only trucks of this type
   */
  @AllowedRoles(Role.OPS)
  @GetMapping("/{question}")
  @RefusedWith("NOT_FOUND")
  AnswerBody answerQuestion(
      @PathVariable String question,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "hour") String bucket,
      @RequestParam(required = false) @Nullable VehicleType vehicleType) {
    var span = span(from, to, bucket, vehicleType);
    return AnswerBody.of(span, answering.answer(named(question), span));
  }

  /**
   * The answer to a question, in rows; as CSV for who accepts that.
   *
   * @param question one of those that can be asked
   * @param from the start, a day before the end where it is left out
   * @param to the end, now where it is left out
   * @param bucket minute, hour or day
   * @param vehicleType only trucks of this type
   */
  @AllowedRoles(Role.OPS)
  @GetMapping(path = "/{question}", produces = Csv.MEDIA_TYPE)
  @RefusedWith("NOT_FOUND")
  @Operation(operationId = "answerQuestion")
  String answerQuestionAsCsv(
      @PathVariable String question,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(defaultValue = "hour") String bucket,
      @RequestParam(required = false) @Nullable VehicleType vehicleType) {
    return Csv.of(answering.answer(named(question), span(from, to, bucket, vehicleType)));
  }

  /**
   * A booking or order as its events tell of it.
   *
   * @param id the booking's or order's
   */
  @AllowedRoles(Role.OPS)
  @GetMapping("/subjects/{id}")
  @RefusedWith("NOT_FOUND")
  Subject getSubject(@PathVariable String id) {
    return subjects.find(id).orElseThrow(() -> Problem.notFound("booking or order"));
  }

  private static Question named(String path) {
    return Question.named(path).orElseThrow(() -> Problem.notFound("question"));
  }

  private Span span(
      @Nullable String from,
      @Nullable String to,
      String bucket,
      @Nullable VehicleType vehicleType) {
    var until = to == null ? clock.instant() : time("to", to);
    var since = from == null ? until.minus(DEFAULT_SPAN) : time("from", from);
    if (!since.isBefore(until)) {
      throw Problem.invalid("from", "must be before to");
    }
    var length = Duration.between(since, until);
    if (length.compareTo(LONGEST) > 0) {
      throw Problem.invalid("from", "may be %d days before to at most".formatted(LONGEST.toDays()));
    }
    var span = new Span(since, until, bucket(bucket), vehicleType);
    if (length.dividedBy(span.bucket().length()) > MOST_BUCKETS) {
      throw Problem.invalid("bucket", "would make more than %,d rows".formatted(MOST_BUCKETS));
    }
    return span;
  }

  private static Instant time(String field, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw Problem.invalid(field, "is no time such as 2026-05-04T12:00:00Z");
    }
  }

  private static Bucket bucket(String text) {
    return Arrays.stream(Bucket.values())
        .filter(bucket -> bucket.code().equals(text))
        .findAny()
        .orElseThrow(() -> Problem.invalid("bucket", "must be minute, hour or day"));
  }
}
