package com.weelo.dispatch.order.testing;

import com.weelo.dispatch.testing.StoresTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;

/** A test of the whole service. All of them share one, and each orders at places of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StoresTest(
    database = "orders",
    properties = {
      "dispatch.order.sweep-interval=50ms",
      "dispatch.web.rate-limit.enabled=false",
      "dispatch.redis.command-timeout=10s" // a busy machine is not what is tested
    })
@Import(Fixtures.class)
public @interface OrderServiceTest {}
