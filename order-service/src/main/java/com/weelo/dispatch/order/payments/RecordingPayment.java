package com.weelo.dispatch.order.payments;

import com.weelo.dispatch.platform.outbox.Outbox;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Money was paid: it is written down, and told once. */
@Service
public class RecordingPayment {

  private final Payments payments;
  private final Outbox outbox;

  RecordingPayment(Payments payments, Outbox outbox) {
    this.payments = payments;
    this.outbox = outbox;
  }

  /** Runs in the caller's transaction, in which the request is known to be no repetition. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Payment payment) {
    outbox.publish(payment.completed(), payments.insert(payment));
  }
}
