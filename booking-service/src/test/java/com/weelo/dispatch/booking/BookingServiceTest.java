package com.weelo.dispatch.booking;

import com.weelo.dispatch.testing.StoresTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A test of the whole service. All of them share one, and each books at places of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StoresTest(
    database = "booking",
    properties = {
      "dispatch.booking.sweep-interval=50ms",
      "dispatch.redis.command-timeout=10s" // a busy machine is not what is tested
    })
@Import(Fixtures.class)
public @interface BookingServiceTest {}
