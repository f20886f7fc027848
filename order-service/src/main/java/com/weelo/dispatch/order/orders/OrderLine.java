package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.FillState;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.events.VehicleType;

/**
 * The trucks of one type in an order. None is two things at once: held + filled ≤ requested, and
 * the delivered ones are some of the filled.
 */
public final class OrderLine {

  private final VehicleRequirement requirement;
  private int held;
  private int filled;
  private int delivered;

  OrderLine(VehicleRequirement requirement, int held, int filled, int delivered) {
    this.requirement = requirement;
    this.held = held;
    this.filled = filled;
    this.delivered = delivered;
    check();
  }

  static OrderLine of(VehicleRequirement requirement) {
    return new OrderLine(requirement, 0, 0, 0);
  }

  void hold(int trucks) {
    held += trucks;
    check();
  }

  void release(int trucks) {
    held -= trucks;
    check();
  }

  void fill(int trucks) {
    held -= trucks;
    filled += trucks;
    check();
  }

  void lose() {
    filled--;
    check();
  }

  void deliver() {
    delivered++;
    check();
  }

  /** What was delivered stays so; everything else is given up. */
  void giveUp() {
    held = 0;
    filled = delivered;
  }

  private void check() {
    var fits = held >= 0 && delivered >= 0 && delivered <= filled && held + filled <= requested();
    if (!fits) {
      throw new IllegalStateException(
          "%s: %d held, %d filled and %d delivered of %d"
              .formatted(vehicleType(), held, filled, delivered, requested()));
    }
  }

  public VehicleRequirement requirement() {
    return requirement;
  }

  public VehicleType vehicleType() {
    return requirement.vehicleType();
  }

  public int requested() {
    return requirement.quantity();
  }

  /** How many are neither held nor filled. */
  public int open() {
    return requested() - held - filled;
  }

  public boolean isFull() {
    return filled == requested();
  }

  int held() {
    return held;
  }

  int filled() {
    return filled;
  }

  int delivered() {
    return delivered;
  }

  FillState state() {
    return new FillState(vehicleType(), requested(), held, filled);
  }
}
