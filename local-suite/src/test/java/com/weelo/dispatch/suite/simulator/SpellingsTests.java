package com.weelo.dispatch.suite.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.GeoPoint;
import com.weelo.dispatch.suite.data.FreightOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpellingsTests {

  private static final GeoPoint HERE = new GeoPoint(12.8, 79.7);

  private final Spellings spellings = new Spellings();

  @Test
  void two_spellings_of_a_type_are_ordered_as_one() {
    spellings.learn("24 / 26 FT", "TRUCK_24FT");
    spellings.learn("24 | 26 FT", "TRUCK_24FT");

    assertThat(wanted("24 / 26 FT", 2, "24 | 26 FT", 3)).isEqualTo(Map.of("TRUCK_24FT", 5));
  }

  @Test
  void what_nobody_has_is_left_out() {
    spellings.learn("32 FT", "TRUCK_32FT");

    assertThat(wanted("32 FT", 1, "ship", 1)).isEqualTo(Map.of("TRUCK_32FT", 1));
  }

  @Test
  void an_order_is_never_larger_than_twenty_trucks_of_four_types() {
    for (var type : new String[] {"A", "B", "C", "D", "E"}) {
      spellings.learn(type, type);
    }

    assertThat(wanted("A", 15, "B", 15)).isEqualTo(Map.of("A", 15, "B", 5));
    assertThat(wanted("A", 1, "B", 1, "C", 1, "D", 1, "E", 1)).hasSize(4).doesNotContainKey("E");
  }

  private Map<String, Integer> wanted(Object... trucks) {
    var spelt = new LinkedHashMap<String, Integer>();
    for (var n = 0; n < trucks.length; n += 2) {
      spelt.put((String) trucks[n], (Integer) trucks[n + 1]);
    }
    return spellings.wanted(new FreightOrder(HERE, HERE, "here", "there", spelt));
  }
}
