package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.events.EventIds;
import java.util.stream.IntStream;

/** Names of people nobody else in the shared stores has. */
final class People {

  private People() {}

  static String aCaptain() {
    return "captain-" + EventIds.next();
  }

  static String aCustomer() {
    return "customer-" + EventIds.next();
  }

  static String[] captains(int count) {
    return IntStream.range(0, count).mapToObj(i -> aCaptain()).toArray(String[]::new);
  }
}
