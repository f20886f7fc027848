package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.RestCall;
import java.util.Map;

/** What customers pay once their goods are there. */
final class Payments {

  private Payments() {}

  /**
   * @param job {@code bookingId} or {@code orderId}
   * @param done called when it is recorded, or will never be
   */
  static void pay(
      World world, String token, String job, String id, long amountMinor, Runnable done) {
    var payment = Map.of(job, id, "amount", Fares.money(amountMinor), "method", "upi");
    var call = RestCall.post("/api/v1/payments", payment).by(token).once("payment of " + id);
    PatientCalls.send(world.client(), world.client().order(), call)
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            world.measured().add(Count.PAYMENTS);
          } else {
            world.failed(Count.PAYMENT_FAILURES, job, reply);
          }
          done.run();
        });
  }
}
