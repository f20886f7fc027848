package com.weelo.dispatch.booking.offences;

import com.weelo.dispatch.notification.offences.AnotherService;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;
import org.junit.jupiter.api.Disabled;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Breaks every house rule but the one of {@link OffendingPolicy}; its package breaks another. */
@Controller
class Offender {

  static int calls;

  @Autowired Object injected = "";

  @Disabled
  @GetMapping
  void offend() throws InterruptedException {
    calls++;
    AnotherService.call();
    Thread.sleep(Duration.ZERO);
    System.out.println(Instant.now());
    Logger.getLogger("offender").info("offended");
  }
}
