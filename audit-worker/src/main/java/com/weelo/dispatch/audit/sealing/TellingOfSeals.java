package com.weelo.dispatch.audit.sealing;

import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.platform.publishing.EventPublisher;
import java.util.Base64;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells everybody of each seal, so that many can hold the record to it. */
@Component
public class TellingOfSeals {

  private static final Logger log = LoggerFactory.getLogger(TellingOfSeals.class);
  private static final String SUBJECT = "audit-seals";
  private static final UserId ACTOR = new UserId("audit-worker");

  private final EventPublisher publisher;

  TellingOfSeals(EventPublisher publisher) {
    this.publisher = publisher;
  }

  /** One that does not get through is in the file all the same, and the next refers to it. */
  public void tell(Seal seal) {
    var unused =
        publisher
            .publish(
                new AuditEvent.Logged(
                    SUBJECT, ACTOR, "audit.sealed", details(seal), seal.sealedAt()))
            .whenComplete((sent, failure) -> {
              if (failure != null) {
                log.warn("Seal {} was not told: {}", seal.number(), failure.toString());
              }
            });
  }

  private static Map<String, String> details(Seal seal) {
    return Map.of(
        "number", Long.toString(seal.number()),
        "previous", text(seal.previous()),
        "chains", Integer.toString(seal.chains()),
        "root", text(seal.root()),
        "publicKey", text(seal.publicKey()),
        "signature", text(seal.signature()));
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
