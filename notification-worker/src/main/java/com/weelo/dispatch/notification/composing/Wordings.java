package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.notification.composing.Wording.Amount;
import com.weelo.dispatch.notification.composing.Wording.Count;
import com.weelo.dispatch.notification.composing.Wording.Distance;
import com.weelo.dispatch.notification.composing.Wording.Names;
import com.weelo.dispatch.notification.composing.Wording.Template;
import com.weelo.dispatch.notification.composing.Wording.Vehicle;
import com.weelo.dispatch.notification.composing.Wording.Words;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What people read of what happens. */
final class Wordings {

  private Wordings() {}

  static Wording offer(VehicleType vehicle, long distanceMeters, Money price) {
    return new Wording(
        Template.OFFER,
        Map.of(
            "vehicle", new Vehicle(vehicle),
            "distance", new Distance(distanceMeters),
            "price", new Amount(price)));
  }

  static Wording offers(int open, VehicleType vehicle, long distanceMeters, Money each) {
    return new Wording(
        Template.OFFERS,
        Map.of(
            "open", new Count(open),
            "vehicle", new Vehicle(vehicle),
            "distance", new Distance(distanceMeters),
            "price", new Amount(each)));
  }

  static Wording accepted(VehicleType vehicle) {
    return Wording.of(Template.ACCEPTED, "vehicle", new Vehicle(vehicle));
  }

  static Wording expired(VehicleType vehicle) {
    return Wording.of(Template.EXPIRED, "vehicle", new Vehicle(vehicle));
  }

  static Wording cancelled(VehicleType vehicle) {
    return Wording.of(Template.CANCELLED, "vehicle", new Vehicle(vehicle));
  }

  static Wording completed(VehicleType vehicle, Money price) {
    return new Wording(
        Template.COMPLETED, Map.of("vehicle", new Vehicle(vehicle), "price", new Amount(price)));
  }

  static Wording filled(int trucks) {
    return Wording.of(Template.FILLED, "trucks", new Count(trucks));
  }

  static Wording confirmed(int found, int wanted) {
    return new Wording(
        Template.CONFIRMED, Map.of("found", new Count(found), "wanted", new Count(wanted)));
  }

  static Wording notFilled() {
    return Wording.of(Template.NOT_FILLED);
  }

  static Wording orderCancelled(@Nullable String reason) {
    return reason == null
        ? Wording.of(Template.ORDER_CANCELLED)
        : Wording.of(
            Template.ORDER_CANCELLED_BECAUSE, "reason", new Words(AppData.shortened(reason)));
  }

  static Wording orderCompleted(int trucks) {
    return Wording.of(Template.ORDER_COMPLETED, "trucks", new Count(trucks));
  }

  static Wording assigned(VehicleType vehicle) {
    return Wording.of(Template.ASSIGNED, "vehicle", new Vehicle(vehicle));
  }

  static Wording calledOff(VehicleType vehicle) {
    return Wording.of(Template.CALLED_OFF, "vehicle", new Vehicle(vehicle));
  }

  /**
   * @param names of some of those who confirmed
   * @param inAll how many confirmed
   * @param wanted how many trucks were ordered; null where that is not known
   */
  static Wording progress(int trucks, @Nullable Integer wanted, List<String> names, int inAll) {
    var by = new Names(names, inAll);
    return wanted == null
        ? new Wording(Template.PROGRESS_SO_FAR, Map.of("count", new Count(trucks), "names", by))
        : new Wording(
            Template.PROGRESS,
            Map.of("count", new Count(trucks), "wanted", new Count(wanted), "names", by));
  }
}
