package com.weelo.dispatch.order.holds;

import com.weelo.dispatch.events.HoldId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transporter's reservation of an order's requests for its vehicles.
 *
 * @param expiresAt no later than the order's own time
 * @param releaseReason where it was released
 */
public record Hold(
    HoldId id,
    OrderId orderId,
    VehicleType vehicleType,
    TransporterId transporterId,
    List<String> vehicleIds,
    HoldStatus status,
    Instant createdAt,
    Instant expiresAt,
    @Nullable String releaseReason) {

  public Hold {
    vehicleIds = List.copyOf(vehicleIds);
  }

  /** How many trucks it reserves. */
  public int trucks() {
    return vehicleIds.size();
  }

  List<VehicleId> vehicles() {
    return vehicleIds.stream().map(VehicleId::new).toList();
  }

  boolean isOver(Instant now) {
    return !expiresAt.isAfter(now);
  }
}
