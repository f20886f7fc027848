package com.weelo.dispatch.platform.access;

import static java.util.stream.Collectors.toUnmodifiableSet;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.PatternType.LITERAL;
import static org.apache.kafka.common.resource.PatternType.PREFIXED;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;

import com.weelo.dispatch.events.AnalyticsEvent;
import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.AuditEvent;
import com.weelo.dispatch.events.BookingEvent;
import com.weelo.dispatch.events.DomainEvent;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.events.NotificationEvent;
import com.weelo.dispatch.events.OrderEvent;
import com.weelo.dispatch.events.PaymentEvent;
import com.weelo.dispatch.events.TruckRequestEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * Each service writes its own events, reads those that it follows, and nothing else. All may see
 * which topics there are and how long they are; topics are made by whoever grants this.
 */
public final class AccessPolicy {

  private static final String ANY = "*";

  private static final List<ServiceRights> SERVICES =
      List.of(
          new ServiceRights(
              "booking-service",
              List.of(BookingEvent.class, AnalyticsEvent.class),
              List.of(BookingEvent.class, AssignmentEvent.class)),
          new ServiceRights(
              "order-service",
              List.of(
                  OrderEvent.class,
                  TruckRequestEvent.class,
                  AssignmentEvent.class,
                  PaymentEvent.class),
              List.of(
                  OrderEvent.Created.class,
                  BookingEvent.Accepted.class,
                  BookingEvent.Cancelled.class)),
          new ServiceRights(
              "location-processor",
              List.of(LocationEvent.class),
              List.of(LocationEvent.class, AssignmentEvent.class)),
          new ServiceRights(
              "notification-worker",
              List.of(NotificationEvent.class),
              List.of(
                  BookingEvent.class,
                  OrderEvent.class,
                  TruckRequestEvent.class,
                  AssignmentEvent.class,
                  NotificationEvent.Fcm.class,
                  NotificationEvent.Sms.class,
                  NotificationEvent.Email.class)),
          new ServiceRights(
              "broadcast-worker",
              List.of(LocationEvent.class, AnalyticsEvent.class),
              List.of(
                  BookingEvent.class,
                  OrderEvent.class,
                  TruckRequestEvent.class,
                  AssignmentEvent.class,
                  NotificationEvent.Delivery.class,
                  LocationEvent.class)),
          new ServiceRights(
              "analytics-worker", List.of(AnalyticsEvent.class), List.of(DomainEvent.class)),
          new ServiceRights("audit-worker", List.of(AuditEvent.class), List.of(DomainEvent.class)));

  /** It shows how far all groups have come. */
  private static final String SEES_ALL_GROUPS = "analytics-worker";

  private AccessPolicy() {}

  public static List<ServiceRights> services() {
    return SERVICES;
  }

  public static Set<AclBinding> bindings() {
    return SERVICES.stream().flatMap(AccessPolicy::bindings).collect(toUnmodifiableSet());
  }

  private static Stream<AclBinding> bindings(ServiceRights rights) {
    var user = rights.service();
    var general =
        Stream.of(
            allowed(user, DESCRIBE, TOPIC, LITERAL, ANY),
            allowed(user, READ, GROUP, PREFIXED, user + "."));
    var reading = rights.readTopics().stream().map(topic -> onTopic(user, READ, topic));
    var writing = rights.writtenTopics().stream().map(topic -> onTopic(user, WRITE, topic));
    var seeing =
        user.equals(SEES_ALL_GROUPS)
            ? Stream.of(allowed(user, DESCRIBE, GROUP, LITERAL, ANY))
            : Stream.<AclBinding>of();
    return Stream.of(general, reading, writing, seeing).flatMap(bindings -> bindings);
  }

  private static AclBinding onTopic(String user, AclOperation operation, String topic) {
    return allowed(user, operation, TOPIC, LITERAL, topic);
  }

  private static AclBinding allowed(
      String user, AclOperation operation, ResourceType type, PatternType pattern, String name) {
    return new AclBinding(
        new ResourcePattern(type, name, pattern),
        new AccessControlEntry("User:" + user, ANY, operation, AclPermissionType.ALLOW));
  }
}
