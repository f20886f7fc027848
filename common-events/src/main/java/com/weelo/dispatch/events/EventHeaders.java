package com.weelo.dispatch.events;

/** The names of the Kafka headers that every event carries. */
public final class EventHeaders {

  public static final String EVENT_ID = "event-id";
  public static final String EVENT_TYPE = "event-type";
  public static final String EVENT_VERSION = "event-version";
  public static final String CORRELATION_ID = "correlation-id";
  public static final String TRACEPARENT = "traceparent";

  private EventHeaders() {}
}
