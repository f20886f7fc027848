package com.weelo.dispatch.analytics.web;

import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.platform.publishing.EventPublisher;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.platform.web.Problem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes what happens in the apps. */
@RestController
@RequestMapping("/api/v1/analytics/events")
class ClientEventsController {

  private final EventPublisher publisher;
  private final Clock clock;

  ClientEventsController(EventPublisher publisher, Clock clock) {
    this.publisher = publisher;
    this.clock = clock;
  }

  /**
   * An app's event.
   *
   * @param name what happened, for example {@code screen.opened}
   * @param subjectId whom or what it is about; the caller, where it is absent
   * @param occurredAt now, where it is absent
   */
  record ClientEvent(
      @NotNull @Pattern(regexp = "[a-z0-9_]+(\\.[a-z0-9_]+)*") @Size(max = 64) String name,
      @Nullable @Size(min = 1, max = 128) String subjectId,
      @Nullable @Size(max = 20)
          Map<@Size(max = 64) String, @NotNull @Size(max = 256) String> properties,
      @Nullable Instant occurredAt) {}

  record Accepted(boolean ok) {}

  /** Takes an event of an app, once Kafka has it. */
  @PostMapping
  @AllowedRoles({Role.CUSTOMER, Role.TRANSPORTER, Role.DRIVER, Role.OPS})
  @ResponseStatus(HttpStatus.ACCEPTED)
  Accepted recordClientEvent(Caller caller, @Valid @RequestBody ClientEvent event) {
    var subject = event.subjectId();
    var properties = event.properties();
    var occurredAt = event.occurredAt();
    var recorded =
        new AnalyticsEvent.Recorded(
            subject == null ? caller.userId().value() : subject,
            event.name(),
            caller.userId(),
            properties == null ? Map.of() : properties,
            occurredAt == null ? clock.instant() : occurredAt);
    try {
      publisher.publish(recorded).join();
    } catch (CompletionException e) {
      throw Problem.unavailable("TEMPORARILY_UNAVAILABLE", "Events can not be taken now.", 1);
    }
    return new Accepted(true);
  }
}
