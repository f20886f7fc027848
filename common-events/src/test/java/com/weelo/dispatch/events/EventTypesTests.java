package com.weelo.dispatch.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventTypesTests {

  private final EventCodec codec = new EventCodec();

  @Test
  void everyLeafOfDomainEventIsARecordThatNamesItsType() {
    assertThat(leavesOf(DomainEvent.class))
        .allSatisfy(leaf -> {
          assertThat(leaf.isRecord()).isTrue();
          assertThat(leaf.isAnnotationPresent(EventType.class)).isTrue();
        });
  }

  @Test
  void noTwoTypesShareANameAndMajorVersion() {
    assertThat(leavesOf(DomainEvent.class).map(leaf -> leaf.getAnnotation(EventType.class)))
        .extracting(type -> type.value() + " " + Versions.major(type.version()))
        .doesNotHaveDuplicates();
  }

  @Test
  void theTypesAreTheContracts() {
    assertThat(EventTypes.all().stream().map(EventTypes.Description::name).distinct())
        .containsExactlyInAnyOrderElementsOf(names(ContractTopics.ROWS));
  }

  @Test
  void everyTypeHasASample() {
    assertThat(SampleEnvelopes.all().stream().<Class<?>>map(sample -> sample.data().getClass()))
        .containsExactlyInAnyOrderElementsOf(leavesOf(DomainEvent.class).toList());
  }

  @Test
  void theKeysAreTheContracts() {
    for (var row : ContractTopics.ROWS) {
      var sample = sampleOf(row.name());
      var data = EventJson.tree(codec.encode(sample)).required("data");
      assertThat(row.key().stream().filter(data::has).map(field -> data.get(field).stringValue()))
          .as(row.name())
          .containsExactly(sample.key());
    }
  }

  @Test
  void aFamilyListsItsTypesAndATypeItself() {
    assertThat(EventTypes.of(LocationEvent.class))
        .extracting(EventTypes.Description::name)
        .containsExactly("location.updated", "location.batch");
    assertThat(EventTypes.of(BookingEvent.Offered.class))
        .extracting(EventTypes.Description::name)
        .containsExactly("booking.created", "booking.rebroadcast");
    assertThat(EventTypes.of(AuditEvent.Logged.class))
        .containsExactly(EventTypes.describe(SampleEvents.auditLog()));
  }

  private static EventEnvelope<?> sampleOf(String name) {
    return SampleEnvelopes.all().stream()
        .filter(sample -> sample.eventType().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> names(List<ContractTopics.Row> rows) {
    return rows.stream().map(ContractTopics.Row::name).toList();
  }

  private static Stream<Class<?>> leavesOf(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypesTests::leavesOf).distinct()
        : Stream.of(type);
  }
}
