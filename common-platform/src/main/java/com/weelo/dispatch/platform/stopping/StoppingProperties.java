package com.weelo.dispatch.platform.stopping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service stops.
 *
 * @param drain for how long it goes on serving after it was asked to stop: longer than whoever
 *     shares requests out takes to notice that it is no longer ready, and long enough for clients
 *     to leave its connections
 */
@ConfigurationProperties("dispatch.shutdown")
public record StoppingProperties(@DefaultValue("0s") Duration drain) {

  public StoppingProperties {
    if (drain.isNegative()) {
      throw new IllegalArgumentException("dispatch.shutdown.drain is negative");
    }
  }
}
