package com.weelo.dispatch.audit.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.weelo.dispatch.audit.verifying.ChainVerifier;
import com.weelo.dispatch.audit.verifying.Finding;
import com.weelo.dispatch.audit.verifying.Progress;
import com.weelo.dispatch.audit.verifying.Scope;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Whether the record is as it was written. */
@RestController
@RequestMapping("/api/v1/audit/verify")
class VerifyController {

  private static final Logger log = LoggerFactory.getLogger(VerifyController.class);

  private final ChainVerifier verifier;
  private final Looks looks;
  private final Counter intact;
  private final Counter broken;

  /** One verification takes a core; more would take from recording. */
  private final Semaphore running = new Semaphore(1);

  VerifyController(ChainVerifier verifier, Looks looks, MeterRegistry registry) {
    this.verifier = verifier;
    this.looks = looks;
    this.intact = verifications(registry, "intact");
    this.broken = verifications(registry, "broken");
  }

  private static Counter verifications(MeterRegistry registry, String outcome) {
    return Counter.builder("dispatch.audit.verifications")
        .description("Verifications of the record, by whether it was as it was written")
        .tag("outcome", outcome)
        .register(registry);
  }

  /**
   * @param records links whose hash was computed anew
   */
  record Answer(
      boolean verified,
      long records,
      @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Finding firstBroken,
      List<Finding> findings,
      long sealsChecked) {}

  /**
   * Computes the hash chains anew, and says whether the record is as it was written.
   *
   * @param from the start
   * @param to the end
   */
  @GetMapping
  @AllowedRoles(Role.OPS)
  @RefusedWith("VERIFICATION_RUNNING")
  Answer verifyRecord(
      Caller caller,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to) {
    var scope = new Scope(Times.parse("from", from), Times.parse("to", to));
    if (scope.from() != null && scope.to() != null && scope.from().isAfter(scope.to())) {
      throw Problem.invalid("from", "is after to");
    }
    looks.note(caller, "audit.verified", details(from, to));
    if (!running.tryAcquire()) {
      throw Problem.unavailable("VERIFICATION_RUNNING", "Somebody else is verifying.", 5);
    }
    try {
      return verify(scope);
    } finally {
      running.release();
    }
  }

  private Answer verify(Scope scope) {
    try {
      var found = verifier.verify(scope, Progress.NONE);
      (found.verified() ? intact : broken).increment();
      if (!found.verified()) {
        log.error("The record is not as it was written: {}", found.firstBroken());
      }
      return new Answer(
          found.verified(),
          found.records(),
          found.firstBroken(),
          found.findings(),
          found.sealsChecked());
    } catch (SQLException e) {
      log.warn("The database did not answer: {}", e.toString());
      throw Problem.unavailable(
          "TEMPORARILY_UNAVAILABLE", "The service can not answer at the moment.", 1);
    }
  }

  private static Map<String, String> details(@Nullable String from, @Nullable String to) {
    var details = new TreeMap<String, String>();
    if (from != null) {
      details.put("from", from);
    }
    if (to != null) {
      details.put("to", to);
    }
    return details;
  }
}
