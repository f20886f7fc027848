package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.DriverId;
import org.jspecify.annotations.Nullable;

/**
 * A driver as its transporter describes it.
 *
 * @param id the driver's own as a user; null where it is to be given one
 */
public record DriverDraft(@Nullable DriverId id, String name, String phone) {}
