package com.weelo.dispatch.system;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test on the running suite, which all such tests share: it is handed to whoever has a parameter
 * of type {@link RunningSuite}. Each test uses a {@link City} of its own, so none meets another's
 * captains.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SharedSuite.class)
@interface SystemTest {

  /** Longer than anything takes on the busiest of machines: what holds sooner is seen sooner. */
  Duration PATIENCE = Duration.ofMinutes(10);
}
