package com.weelo.dispatch.broadcast.rooms;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long rooms are kept.
 *
 * @param keepFor a job that nothing is heard of for so long is forgotten
 * @param keepEndedFor so long people can still watch a job that is over
 * @param watchFor who watches and does not say so again is forgotten after this
 * @param patience so long it is waited for the event that makes a caller a party: a client may ask
 *     to watch a booking before this service has heard of it
 * @param retryEvery how often it is looked for meanwhile
 */
public record RoomProperties(
    @DefaultValue("7d") Duration keepFor,
    @DefaultValue("1d") Duration keepEndedFor,
    @DefaultValue("1d") Duration watchFor,
    @DefaultValue("2s") Duration patience,
    @DefaultValue("100ms") Duration retryEvery) {}
