package com.weelo.dispatch.audit.web;

import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.platform.publishing.EventPublisher;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.Problem;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Who looked at the record: nobody does unseen, so a look waits until it is noted. */
@Component
class Looks {

  private static final Logger log = LoggerFactory.getLogger(Looks.class);
  private static final String WHOLE_RECORD = "audit-record";

  private final EventPublisher publisher;
  private final Clock clock;

  Looks(EventPublisher publisher, Clock clock) {
    this.publisher = publisher;
    this.clock = clock;
  }

  void note(Caller caller, String action, Map<String, String> details) {
    note(caller, action, WHOLE_RECORD, details);
  }

  /**
   * @throws Problem 503 where Kafka does not take the note
   */
  void note(Caller caller, String action, String subject, Map<String, String> details) {
    var look = new AuditEvent.Logged(subject, caller.userId(), action, details, clock.instant());
    try {
      publisher.publish(look).join();
    } catch (CompletionException e) {
      log.warn("A look at the record could not be noted: {}", e.toString());
      throw Problem.unavailable(
          "TEMPORARILY_UNAVAILABLE", "The look can not be noted, and so not be taken.", 1);
    }
  }
}
