package com.weelo.dispatch.system;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.weelo.dispatch.events.Topics;
import com.weelo.dispatch.events.Topics.TopicSpec;
import com.weelo.dispatch.platform.access.AccessPolicy;
import com.weelo.dispatch.platform.access.ServiceRights;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether the rights that services are granted on Kafka are those that they use. */
@SystemTest
class AccessIT {

  private static final Pattern WRITER = Pattern.compile("\"producedBy\":\"([^\"]+)\"");

  private final RunningSuite suite;

  AccessIT(RunningSuite suite) {
    this.suite = suite;
  }

  @Test
  void a_service_may_read_what_its_groups_read_and_nothing_else() {
    try (var admin = Admin.create(Map.of("bootstrap.servers", suite.stores().kafka()))) {
      await("all groups have their topics")
          .atMost(SystemTest.PATIENCE)
          .untilAsserted(() ->
              assertThat(AccessPolicy.services())
                  .allSatisfy(service ->
                      assertThat(read(admin, service.service())).isEqualTo(service.readTopics())));
    }
  }

  @Test
  void a_service_writes_what_it_may() {
    var topics = Topics.all().stream().map(TopicSpec::name).toArray(String[]::new);
    var written =
        AccessPolicy.services().stream()
            .collect(toMap(ServiceRights::service, ServiceRights::writtenTopics));
    try (var kafka = suite.probe(topics)) {
      var city = suite.city();
      var captain = city.withCaptains(1).around(city.market()).getFirst();
      new Ride(suite, captain, city.customer()).happens();
      kafka.await("booking.completed", event -> true);

      assertThat(topics)
          .allSatisfy(topic ->
              assertThat(kafka.received(topic))
                  .allSatisfy(
                      event -> assertThat(written.get(writer(event.value()))).contains(topic)));
    }
  }

  /** The topics that members of a service's groups have partitions of. */
  private static Set<String> read(Admin admin, String service)
      throws ExecutionException, InterruptedException {
    var groups =
        admin.listGroups().all().get().stream()
            .map(group -> group.groupId())
            .filter(group -> group.startsWith(service + "."))
            .toList();
    return admin.describeConsumerGroups(groups).all().get().values().stream()
        .flatMap(AccessIT::topics)
        .collect(toSet());
  }

  private static Stream<String> topics(ConsumerGroupDescription group) {
    return group.members().stream()
        .flatMap(member -> member.assignment().topicPartitions().stream())
        .map(partition -> partition.topic());
  }

  private static String writer(@Nullable String event) {
    var found = WRITER.matcher(String.valueOf(event));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
