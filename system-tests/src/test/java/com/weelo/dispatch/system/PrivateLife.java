package com.weelo.dispatch.system;

import com.weelo.dispatch.suite.client.DevelopmentTokens;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All that the suite gets to know of one person, of a kind that is recognised wherever it turns up.
 */
final class PrivateLife {

  static final String NAME = "Zebulon Quartermain";
  static final String PHONE = "+919876501234";
  static final String EMAIL = "zebulon.quartermain@example.org";
  static final String ADDRESS = "17 Quince Lane, behind the bakery";
  static final String GOODS = "a harpsichord that is an heirloom";
  static final String DEVICE = "zqDevice0123:APA91bQuartermainQuartermainQuartermain";

  private final Customer customer;
  private final double latitude;
  private final double longitude;

  PrivateLife(City city) {
    this.customer = city.customer();
    this.latitude = city.market().latitude() + 0.0001234567;
    this.longitude = city.market().longitude() + 0.0007654321;
  }

  /** The same person, who is a customer now and drives a truck at other times. */
  Customer customer() {
    return customer;
  }

  Map<String, Object> home() {
    return Map.of("latitude", latitude, "longitude", longitude, "address", ADDRESS);
  }

  String query() {
    return "pickupLat=" + latitude + "&pickupLng=" + longitude;
  }

  Map<String, Object> booking() {
    var request = new HashMap<>(customer.request());
    request.put("pickup", home());
    request.put("goods", GOODS);
    request.put("vehicleType", City.VEHICLE_TYPE);
    return Map.copyOf(request);
  }

  /** How to recognise it. */
  List<String> traits() {
    return List.of(
        "quartermain", // the name, the address of e-mails and the device
        PHONE.substring(3),
        "quince",
        "harpsichord",
        Double.toString(latitude).substring(0, 9),
        Double.toString(longitude).substring(0, 9),
        customer.token().substring(customer.token().lastIndexOf('.') + 1),
        DevelopmentTokens.DEFAULT_SECRET);
  }
}
