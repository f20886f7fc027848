package com.weelo.dispatch.suite;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.sift.AbstractDiscriminator;

/** Tells the logs of the services apart, for the suite's logging configuration. */
public final class ServiceOfThread extends AbstractDiscriminator<ILoggingEvent> {

  @Override
  public String getDiscriminatingValue(ILoggingEvent event) {
    return ServiceClassLoader.moduleOf(Thread.currentThread().getContextClassLoader())
        .orElse("suite");
  }

  @Override
  public String getKey() {
    return "service";
  }
}
