package com.weelo.dispatch.broadcast.streams;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is kept of what users are told.
 *
 * @param length frames kept for each user, at least
 * @param framesFor frames are kept for so long after the latest
 * @param epochFor after so long without a frame or a connection a user's offsets start anew
 * @param identitiesFor an event that is delivered again within this is not told again
 * @param pageSize frames read at once for a connection that catches up
 */
public record StreamProperties(
    @DefaultValue("1000") int length,
    @DefaultValue("1h") Duration framesFor,
    @DefaultValue("7d") Duration epochFor,
    @DefaultValue("24h") Duration identitiesFor,
    @DefaultValue("100") int pageSize) {}
