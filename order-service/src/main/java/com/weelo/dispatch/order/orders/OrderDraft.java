package com.weelo.dispatch.order.orders;

import com.weelo.dispatch.events.FillPolicy;
import com.weelo.dispatch.events.Place;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleRequirement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for.
 *
 * @param vehicleRequirements one for each vehicle type
 * @param minimumTrucks with {@link FillPolicy#AT_LEAST}, how many have to be found
 */
public record OrderDraft(
    UserId customerId,
    Place pickup,
    Place dropoff,
    List<VehicleRequirement> vehicleRequirements,
    FillPolicy fillPolicy,
    @Nullable Integer minimumTrucks) {

  public OrderDraft {
    vehicleRequirements = List.copyOf(vehicleRequirements);
  }
}
