package com.weelo.dispatch.order.testing;

import com.weelo.dispatch.order.orders.FollowingAssignments;
import com.weelo.dispatch.testing.StoresTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A test of fleets, assignments and payments in the whole service. All of them share one; orders
 * hear nothing in it, so that trucks can be on jobs of orders that were never made.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StoresTest(
    database = "orders",
    properties = {
      "dispatch.web.rate-limit.enabled=false",
      "dispatch.redis.command-timeout=10s" // a busy machine is not what is tested
    })
@MockitoBean(types = FollowingAssignments.class)
@Import(FleetFixtures.class)
public @interface FleetTest {}
