package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.RestReply;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What the simulation itself knows of each order. Its first offer may come before the answer that
 * tells the order's id; and trucks wait here for their customer's word that it has enough of them.
 */
final class Orders {

  private final Measurements measured;
  private final Map<String, Long> sentAt = new HashMap<>();
  private final Map<String, Long> earlyOffers = new HashMap<>();
  private final Set<String> offered = new HashSet<>();
  private final Map<String, Boolean> found = new HashMap<>();
  private final Map<String, List<Consumer<Boolean>>> waiting = new HashMap<>();

  Orders(Measurements measured) {
    this.measured = measured;
  }

  void placed(String orderId, RestReply reply) {
    sentAt.put(orderId, reply.sentAt());
    var early = earlyOffers.remove(orderId);
    if (early != null) {
      offered(orderId, early);
    }
  }

  /** A transporter got an offer of the first wave. */
  void offered(String orderId, long receivedAt) {
    var sent = sentAt.get(orderId);
    if (sent == null) {
      earlyOffers.putIfAbsent(orderId, receivedAt);
    } else if (offered.add(orderId)) {
      measured.add(Timing.ORDER_TO_OFFER, receivedAt - sent);
    }
  }

  /** The search is over. */
  void searched(String orderId, boolean isWorthIt) {
    if (found.putIfAbsent(orderId, isWorthIt) == null) {
      var told = waiting.remove(orderId);
      if (told != null) {
        told.forEach(one -> one.accept(isWorthIt));
      }
    }
  }

  /**
   * @param told whether the order goes on with the trucks it has, as soon as that is known
   */
  void whenFound(String orderId, Consumer<Boolean> told) {
    var known = found.get(orderId);
    if (known == null) {
      waiting.computeIfAbsent(orderId, first -> new ArrayList<>()).add(told);
    } else {
      told.accept(known);
    }
  }
}
