package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.verify.Finding;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What must hold as seen from the apps, which no store shows. Only for simulations in which nothing
 * was taken away: whoever kills a server expects calls to fail.
 */
public final class ClientFindings {

  private ClientFindings() {}

  /** Each invariant with what the simulation has shown about it. */
  public static Map<String, Finding> of(Measurements measured) {
    var findings = new LinkedHashMap<String, Finding>();
    findings.put(
        "every socket saw everything once and in order",
        finding(measured, Count.FRAMES, "frames", Count.DISORDER, Count.MISSED));
    findings.put(
        "every customer was told what became of the booking",
        finding(measured, Count.BOOKED, "customers", Count.UNTOLD));
    findings.put(
        "no call of any app failed",
        finding(
            measured,
            Count.CAPTAINS,
            "captains",
            Count.REFUSED,
            Count.ACCEPT_FAILURES,
            Count.FIX_FAILURES,
            Count.DEVICE_FAILURES,
            Count.UNSEEN));
    findings.put(
        "every customer was told what became of the order",
        finding(measured, Count.ORDERS, "customers", Count.ORDERS_UNTOLD));
    findings.put(
        "no call of any fleet, order or trip failed",
        finding(
            measured,
            Count.TRUCKS,
            "trucks",
            Count.FLEET_FAILURES,
            Count.ORDERS_REFUSED,
            Count.HOLD_FAILURES,
            Count.TRIP_FAILURES,
            Count.PAYMENT_FAILURES));
    findings.put("every trip begun was delivered or called off", trips(measured));
    findings.put("each customer told of a captain has one who won", winners(measured));
    return findings;
  }

  private static Finding finding(
      Measurements measured, Count looked, String what, Count... mustBeNone) {
    var broken = new ArrayList<String>();
    for (var count : mustBeNone) {
      if (measured.of(count) > 0) {
        broken.add(measured.of(count) + " × " + count.meaning());
      }
    }
    return new Finding(measured.of(looked) + " " + what, broken);
  }

  /** Where nobody won at all, nothing was shown. */
  private static Finding winners(Measurements measured) {
    var won = measured.of(Count.WON);
    var told = measured.of(Count.MATCHED);
    var broken = new ArrayList<String>();
    if (won != told) {
      broken.add("%d acceptances won, %d customers were told of one".formatted(won, told));
    }
    if (won == 0) {
      broken.add("nobody won anything");
    }
    return new Finding(won + " winners", broken);
  }

  /** Where nobody delivered at all, nothing was shown. */
  private static Finding trips(Measurements measured) {
    var begun = measured.of(Count.TRIPS);
    var delivered = measured.of(Count.TRIPS_DELIVERED);
    var broken = new ArrayList<String>();
    if (begun > delivered + measured.of(Count.TRIPS_CALLED_OFF)) {
      broken.add(
          "%d began, %d delivered, %d were called off"
              .formatted(begun, delivered, measured.of(Count.TRIPS_CALLED_OFF)));
    }
    if (delivered == 0) {
      broken.add("nobody delivered anything");
    }
    return new Finding(begun + " trips", broken);
  }
}
