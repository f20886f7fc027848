package com.weelo.dispatch.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The wire name of an event, which is also its topic, and the version of its data. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

  String value();

  /** MAJOR.MINOR: a new minor adds fields, a new major breaks old consumers. */
  String version() default "1.0";
}
