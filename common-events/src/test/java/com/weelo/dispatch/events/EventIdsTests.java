package com.weelo.dispatch.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EventIdsTests {

  private static final int MANY = 100_000;

  @Test
  void idsAreVersionSeven() {
    var id = EventIds.next();

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  void anIdBeginsWithTheMillisecondOfItsMaking() {
    var before = System.currentTimeMillis();
    var made = EventIds.next().getMostSignificantBits() >>> 16;
    var after = System.currentTimeMillis();

    assertThat(made).isBetween(before, after);
  }

  @Test
  void idsSortInTheOrderOfTheirMaking() {
    var ids = Stream.generate(EventIds::next).limit(MANY).map(UUID::toString).toList();

    assertThat(ids).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void idsMadeAtOnceByManyThreadsAreUnique() {
    var ids = IntStream.range(0, MANY).parallel().mapToObj(_ -> EventIds.next()).distinct();

    assertThat(ids.count()).isEqualTo(MANY);
  }
}
