package com.weelo.dispatch.notification;

import com.weelo.dispatch.testing.api.ApiDescription;
import com.weelo.dispatch.testing.api.EndpointRoles;
import com.weelo.dispatch.testing.api.SampleCall;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

class InterfaceIT extends NotificationTest {

  private final ApplicationContext context;

  @Autowired
  InterfaceIT(ApplicationContext context) {
    this.context = context;
  }

  @Test
  void each_call_is_answered_to_whom_the_table_says() {
    EndpointRoles.of(context)
        .call("PUT /api/v1/devices/{token}", SampleCall.json("{'platform': 'android'}"))
        .call("PUT /api/v1/preferences", SampleCall.json("{'locale': 'hi-IN'}"))
        .check();
  }

  @Test
  void it_describes_itself_as_is_checked_in() {
    ApiDescription.of(context).check();
  }
}
