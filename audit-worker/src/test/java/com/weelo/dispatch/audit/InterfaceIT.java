package com.weelo.dispatch.audit;

import com.weelo.dispatch.testing.api.ApiDescription;
import com.weelo.dispatch.testing.api.EndpointRoles;
import com.weelo.dispatch.testing.api.SampleCall;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@AuditTest
class InterfaceIT {

  private final ApplicationContext context;

  @Autowired
  InterfaceIT(ApplicationContext context) {
    this.context = context;
  }

  @Test
  void each_call_is_answered_to_whom_the_table_says() {
    var anHourAgo = Instant.now().minus(Duration.ofHours(1));
    EndpointRoles.of(context)
        .call("GET /api/v1/audit/export", SampleCall.query("from=" + anHourAgo))
        .check();
  }

  @Test
  void it_describes_itself_as_is_checked_in() {
    ApiDescription.of(context).check();
  }
}
