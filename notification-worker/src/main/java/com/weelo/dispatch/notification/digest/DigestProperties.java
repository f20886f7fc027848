package com.weelo.dispatch.notification.digest;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How steps are gathered.
 *
 * @param progress of orders
 * @param look how often it is looked for what is to be closed
 */
@Validated
@ConfigurationProperties("dispatch.digest")
public record DigestProperties(@DefaultValue Rules progress, @DefaultValue("500ms") Duration look) {

  /**
   * Of one kind.
   *
   * @param window how long steps are gathered, from the first one on
   * @param names how many of those who took them are named
   */
  public record Rules(@DefaultValue("30s") Duration window, @DefaultValue("1") @Min(1) int names) {}
}
