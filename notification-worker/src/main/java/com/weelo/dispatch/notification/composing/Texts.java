package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.VehicleType;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What people read, in English. */
final class Texts {

  private static final int METRES_PER_KILOMETRE = 1000;
  private static final int USUAL_FRACTION_DIGITS = 2;

  private Texts() {}

  static Text offer(VehicleType vehicle, long distanceMeters, Money price) {
    return new Text(
        "New job nearby",
        "%s, %s away, %s".formatted(name(vehicle), distance(distanceMeters), amount(price)));
  }

  static Text accepted(VehicleType vehicle) {
    return new Text("Truck found", "A captain accepted your booking: %s".formatted(name(vehicle)));
  }

  static Text expired(VehicleType vehicle) {
    return new Text(
        "No truck found",
        "Nobody accepted in time: %s. You can book again.".formatted(name(vehicle)));
  }

  static Text cancelled(VehicleType vehicle) {
    return new Text("Booking cancelled", "The booking was cancelled: %s".formatted(name(vehicle)));
  }

  static Text completed(VehicleType vehicle, Money price) {
    return new Text(
        "Delivered", "Your goods were delivered: %s, %s".formatted(name(vehicle), amount(price)));
  }

  static Text offers(int open, VehicleType vehicle, long distanceMeters, Money each) {
    return new Text(
        "New job nearby",
        "%d × %s, %s away, %s each"
            .formatted(open, name(vehicle), distance(distanceMeters), amount(each)));
  }

  static Text filled(int trucks) {
    return new Text("All trucks found", "Your order has all its trucks: %d".formatted(trucks));
  }

  static Text confirmed(int found, int wanted) {
    return new Text(
        "Your order goes ahead", "With %d of the %d trucks you ordered".formatted(found, wanted));
  }

  static Text notFilled() {
    return new Text(
        "Not enough trucks found", "Your order ended when its time was up. You can order again.");
  }

  static Text orderCancelled(@Nullable String reason) {
    return new Text(
        "Order cancelled",
        reason == null
            ? "Your order was cancelled."
            : "Your order was cancelled: %s".formatted(AppData.shortened(reason)));
  }

  static Text orderCompleted(int trucks) {
    return new Text("Delivered", "Your order was delivered. Trucks: %d".formatted(trucks));
  }

  static Text assigned(VehicleType vehicle) {
    return new Text("New trip", "You are to drive: %s".formatted(name(vehicle)));
  }

  static Text calledOff(VehicleType vehicle) {
    return new Text("Trip called off", "The trip was called off: %s".formatted(name(vehicle)));
  }

  /** {@code TRUCK_14FT} as "Truck 14ft". */
  private static String name(VehicleType vehicle) {
    var words = vehicle.code().replace('_', ' ');
    return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String distance(long meters) {
    return meters < METRES_PER_KILOMETRE
        ? meters + " m"
        : String.format(Locale.ENGLISH, "%.1f km", meters / (double) METRES_PER_KILOMETRE);
  }

  private static String amount(Money money) {
    var digits = fractionDigits(money.currency());
    var amount = BigDecimal.valueOf(money.amountMinor(), digits);
    return String.format(Locale.ENGLISH, "%s %,." + digits + "f", money.currency(), amount);
  }

  /** A code that this Java does not know is no reason not to tell of an offer. */
  private static int fractionDigits(String currency) {
    return Currency.availableCurrencies()
        .filter(known -> known.getCurrencyCode().equals(currency))
        .mapToInt(Currency::getDefaultFractionDigits)
        .filter(digits -> digits >= 0)
        .findAny()
        .orElse(USUAL_FRACTION_DIGITS);
  }
}
