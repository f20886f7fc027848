package com.weelo.dispatch.suite.verify;

import java.util.ArrayList;

/** Relays and consumers catch up with all that was there when the look began. */
final class NothingWaits implements Invariant {

  @Override
  public String name() {
    return "outbox and consumer lag return to 0";
  }

  @Override
  public Finding check(Evidence evidence) throws Exception {
    var relays = new RelayLag(evidence);
    var consumers = new ConsumerLag(evidence);
    return new Patience(evidence.settings().patience())
        .until(
            Finding::holds,
            () -> {
              var behind = new ArrayList<String>();
              behind.addAll(relays.behind());
              behind.addAll(consumers.behind());
              return new Finding(relays.figures() + ", " + consumers.figures(), behind);
            });
  }
}
