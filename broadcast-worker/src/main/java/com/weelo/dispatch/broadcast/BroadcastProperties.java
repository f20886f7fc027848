package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.broadcast.positions.PositionProperties;
import com.weelo.dispatch.broadcast.rooms.RoomProperties;
import com.weelo.dispatch.broadcast.sockets.SocketProperties;
import com.weelo.dispatch.broadcast.streams.StreamProperties;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The broadcast-worker's own settings.
 *
 * @param consumers threads that take events from Kafka, for each family
 */
@ConfigurationProperties("dispatch.broadcast")
public record BroadcastProperties(
    @DefaultValue("1") int consumers,
    @DefaultValue StreamProperties streams,
    @DefaultValue RoomProperties rooms,
    @DefaultValue PositionProperties positions,
    @DefaultValue SocketProperties sockets) {}
