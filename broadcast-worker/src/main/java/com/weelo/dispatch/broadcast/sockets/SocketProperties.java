package com.weelo.dispatch.broadcast.sockets;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a connection may take.
 *
 * @param lowWatermark below this much unsent a connection that fell behind catches up
 * @param highWatermark above this much unsent a connection falls behind: it is sent nothing more
 * @param sendBuffer what the kernel keeps unsent beside that
 * @param slowPatience a connection that is behind for longer without a break is closed
 * @param pingAfter a client that is silent for so long is pinged; one that stays so is given up
 * @param largestFrame the largest message a client may send
 * @param framesPerSecond how many messages a client may send over time
 * @param burst how many at once
 * @param closeWithin a client that does not answer a close within this is cut off
 * @param reconnectWithin over how long a time clients come back after this node goes away
 */
public record SocketProperties(
    @DefaultValue("32KB") DataSize lowWatermark,
    @DefaultValue("64KB") DataSize highWatermark,
    @DefaultValue("128KB") DataSize sendBuffer,
    @DefaultValue("10s") Duration slowPatience,
    @DefaultValue("30s") Duration pingAfter,
    @DefaultValue("64KB") DataSize largestFrame,
    @DefaultValue("20") int framesPerSecond,
    @DefaultValue("100") int burst,
    @DefaultValue("5s") Duration closeWithin,
    @DefaultValue("5s") Duration reconnectWithin) {}
