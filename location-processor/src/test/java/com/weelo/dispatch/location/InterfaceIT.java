package com.weelo.dispatch.location;

import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.api.ApiDescription;
import com.weelo.dispatch.testing.api.EndpointRoles;
import com.weelo.dispatch.testing.api.SampleCall;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@StoresTest(database = "location")
class InterfaceIT {

  private final ApplicationContext context;

  @Autowired
  InterfaceIT(ApplicationContext context) {
    this.context = context;
  }

  @Test
  void each_call_is_answered_to_whom_the_table_says() {
    EndpointRoles.of(context)
        .call("POST /api/v1/tracking/location", user -> SampleCall.json(position(user)))
        .call(
            "POST /api/v1/tracking/locations",
            user -> SampleCall.json("{'points': [" + position(user) + "]}"))
        .call(
            "PUT /api/v1/tracking/availability",
            user -> SampleCall.json("{'driverId': '%s', 'available': false}".formatted(user)))
        .call(
            "GET /api/v1/drivers/nearby",
            SampleCall.query("latitude=-77.8&longitude=166.7&vehicleType=TIPPER"))
        .check();
  }

  @Test
  void it_describes_itself_as_is_checked_in() {
    ApiDescription.of(context).check();
  }

  private static String position(String driver) {
    return "{'driverId': '%1$s', 'transporterId': '%1$s', 'latitude': -77.8, 'longitude': 166.7}"
        .formatted(driver);
  }
}
