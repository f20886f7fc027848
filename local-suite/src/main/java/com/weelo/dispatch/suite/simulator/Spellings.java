package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.data.FreightOrder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** As which types the spellings of the recording were understood when trucks were registered. */
final class Spellings {

  private static final int MOST_TYPES = 4;
  private static final int MOST_TRUCKS = 20;

  private final Map<String, String> types = new HashMap<>();

  void learn(String spelling, String type) {
    types.put(spelling, type);
  }

  /**
   * What an order asks for, by type; up to {@value #MOST_TRUCKS} trucks of {@value #MOST_TYPES}
   * types, and empty where nobody has any of its trucks.
   */
  Map<String, Integer> wanted(FreightOrder order) {
    var wanted = new LinkedHashMap<String, Integer>();
    var left = MOST_TRUCKS;
    for (var trucks : order.trucks().entrySet()) {
      var type = types.get(trucks.getKey());
      var number = Math.min(trucks.getValue(), left);
      if (type != null && number > 0 && (wanted.containsKey(type) || wanted.size() < MOST_TYPES)) {
        wanted.merge(type, number, Integer::sum);
        left -= number;
      }
    }
    return wanted;
  }
}
