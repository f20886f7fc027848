package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.data.Freight;
import com.weelo.dispatch.suite.data.FreightOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Orders of several trucks, made of recorded bookings, and the fleets that share them. One order
 * comes after another at a steady pace, however long lay between them.
 */
final class OrdersScene implements Scene {

  private final World world;
  private final List<FreightOrder> orders;
  private final List<List<FleetTruck>> fleets;
  private final SplittableRandom mind;
  private final Set<FreightCustomer> waiting = new HashSet<>();
  private int placed;
  private int rehearsed;

  /**
   * @param freight of a region that its trucks can serve
   */
  OrdersScene(World world, Freight freight) {
    this.world = world;
    this.orders = new ArrayList<>(FreightOrder.of(freight));
    // So that small and large ones come mixed, however short the simulation is.
    Collections.shuffle(orders, new Random(world.settings().seed()));
    this.fleets = FleetPlan.of(freight);
    this.mind = new SplittableRandom(world.settings().seed());
  }

  @Override
  public void gather() {
    for (var n = 0; n < fleets.size(); n++) {
      // One in so many sends a file, the others register one truck after another.
      var unused = new Transporter(world, "transporter-" + (n + 1), fleets.get(n), n % 3 == 0);
    }
  }

  @Override
  public boolean hasGathered() {
    var measured = world.measured();
    return measured.of(Count.TRANSPORTERS) == fleets.size()
        && measured.of(Count.FLEET_DRIVERS) >= measured.of(Count.TRUCKS);
  }

  @Override
  public void rehearse(Duration elapsed) {
    if (elapsed.compareTo(world.settings().rehearsal()) < 0) {
      placeUntil(due(elapsed));
      rehearsed = placed;
    }
  }

  @Override
  public void play(Duration elapsed) {
    placeUntil(rehearsed + due(elapsed));
  }

  @Override
  public void settle(Duration elapsed) {
    // Customers and transporters go on by themselves.
  }

  @Override
  public void lastCall() {
    List.copyOf(waiting).forEach(FreightCustomer::giveUp);
  }

  @Override
  public boolean isSettled() {
    return waiting.isEmpty();
  }

  private int due(Duration elapsed) {
    return Math.toIntExact(elapsed.dividedBy(world.settings().betweenOrders()));
  }

  private void placeUntil(int due) {
    while (placed < due) {
      var freight = orders.get(placed % orders.size());
      placed++;
      var wanted = world.spellings().wanted(freight);
      if (!wanted.isEmpty()) {
        var wish = OrderWish.of(freight, wanted, mind);
        waiting.add(new FreightCustomer(world, "shipper-" + placed, wish, waiting::remove));
      }
    }
  }
}
