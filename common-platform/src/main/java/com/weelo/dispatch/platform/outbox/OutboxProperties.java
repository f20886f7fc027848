package com.weelo.dispatch.platform.outbox;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox is relayed and kept.
 *
 * @param relay which relay; {@code auto} takes logical decoding where the server allows it
 * @param slot the replication slot's name; empty makes it from the database's
 * @param statusInterval how often the server is told how far Kafka has acknowledged
 * @param heartbeatInterval how often an idle outbox lets go of the server's log
 * @param pollInterval pause between two looks of the polling relay
 * @param retryAfter pause before a failed relay, or one that is on standby, tries again
 * @param lagInterval how often it is looked how much waits
 * @param retention how long relayed days are kept before they are dropped
 */
@ConfigurationProperties("dispatch.outbox")
public record OutboxProperties(
    @DefaultValue("auto") RelayKind relay,
    @DefaultValue("") String slot,
    @DefaultValue("1s") Duration statusInterval,
    @DefaultValue("10s") Duration heartbeatInterval,
    @DefaultValue("5ms") Duration pollInterval,
    @DefaultValue("1s") Duration retryAfter,
    @DefaultValue("5s") Duration lagInterval,
    @DefaultValue("7d") Duration retention) {

  /** The ways from the table to Kafka. */
  public enum RelayKind {
    AUTO,
    LOGICAL,
    POLLING
  }
}
