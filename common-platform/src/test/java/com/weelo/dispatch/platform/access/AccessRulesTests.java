package com.weelo.dispatch.platform.access;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.events.Topics.TopicSpec;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

class AccessRulesTests {

  private static final Set<AclBinding> BINDINGS = AccessRules.all();

  @Test
  void every_topic_has_somebody_who_may_write_to_it_and_to_its_dead_letters() {
    var written = new HashSet<String>();
    AccessPolicy.services().forEach(service -> written.addAll(service.writtenTopics()));

    assertThat(Topics.all())
        .allSatisfy(topic -> assertThat(written).contains(topic.name(), topic.dlt().name()));
  }

  @Test
  void nobody_tells_what_happened_to_a_booking_but_the_service_of_bookings() {
    assertThat(mayWrite("booking.accepted")).containsExactly("User:booking-service");
    assertThat(mayWrite("truck.hold.reserved")).containsExactly("User:order-service");
    assertThat(mayWrite("audit.log")).containsExactly("User:audit-worker");
  }

  @Test
  void what_is_sent_to_whom_is_read_by_who_sends_it_and_by_those_who_read_everything() {
    assertThat(may(AclOperation.READ, "notification.sms"))
        .containsExactlyInAnyOrder(
            "User:notification-worker", "User:analytics-worker", "User:audit-worker");
  }

  @Test
  void nothing_is_granted_to_everybody_and_no_more_than_reading_and_writing_to_anybody() {
    assertThat(BINDINGS)
        .allSatisfy(binding -> {
          assertThat(binding.entry().principal()).isNotEqualTo("User:*");
          assertThat(binding.entry().operation())
              .isIn(AclOperation.READ, AclOperation.WRITE, AclOperation.DESCRIBE);
          assertThat(binding.pattern().resourceType()).isNotEqualTo(ResourceType.CLUSTER);
        });
  }

  @Test
  void only_what_there_is_of_topics_can_be_seen_by_all() {
    var all =
        BINDINGS.stream()
            .filter(binding -> binding.pattern().resourceType() == ResourceType.TOPIC)
            .filter(binding -> binding.pattern().name().equals("*"))
            .toList();

    assertThat(all)
        .hasSameSizeAs(AccessPolicy.services())
        .allSatisfy(
            binding -> assertThat(binding.entry().operation()).isEqualTo(AclOperation.DESCRIBE));
  }

  private static Set<String> mayWrite(String topic) {
    return may(AclOperation.WRITE, topic);
  }

  private static Set<String> may(AclOperation operation, String topic) {
    assertThat(Topics.all()).extracting(TopicSpec::name).contains(topic);
    return BINDINGS.stream()
        .filter(binding -> binding.pattern().name().equals(topic))
        .filter(binding -> binding.entry().operation() == operation)
        .map(binding -> binding.entry().principal())
        .collect(toSet());
  }
}
