package com.weelo.dispatch.analytics;

import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.api.ApiDescription;
import com.weelo.dispatch.testing.api.EndpointRoles;
import com.weelo.dispatch.testing.api.SampleCall;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@StoresTest(database = "analytics")
class InterfaceIT {

  private final ApplicationContext context;

  @Autowired
  InterfaceIT(ApplicationContext context) {
    this.context = context;
  }

  @Test
  void each_call_is_answered_to_whom_the_table_says() {
    EndpointRoles.of(context)
        .path("/api/v1/analytics/{question}", () -> "funnel")
        .call("POST /api/v1/analytics/events", SampleCall.json("{'name': 'screen.opened'}"))
        .also("GET /")
        .also("GET /index.html")
        .also("GET /favicon.svg")
        .also("GET /css/base.css")
        .also("GET /js/main.js")
        .check();
  }

  @Test
  void it_describes_itself_as_is_checked_in() {
    ApiDescription.of(context).check();
  }
}
