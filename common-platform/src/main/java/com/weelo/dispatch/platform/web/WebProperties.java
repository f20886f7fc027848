package com.weelo.dispatch.platform.web;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of the REST interfaces.
 *
 * @param maxBody the largest body taken
 * @param open paths that need no token, such as a page's files
 * @param rateLimit per user
 */
@ConfigurationProperties("dispatch.web")
public record WebProperties(
    @DefaultValue("512KB") DataSize maxBody,
    @DefaultValue Set<String> open,
    @DefaultValue RateLimit rateLimit) {

  /**
   * A token bucket for each user.
   *
   * @param burst calls that may come at once
   * @param perPeriod calls that are granted anew over each period
   * @param exempt paths whose calls are not counted, where a look into Redis would cost more than
   *     the call
   */
  public record RateLimit(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("200") long burst,
      @DefaultValue("100") long perPeriod,
      @DefaultValue("1s") Duration period,
      @DefaultValue Set<String> exempt) {}
}
