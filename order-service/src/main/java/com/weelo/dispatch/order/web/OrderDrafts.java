package com.weelo.dispatch.order.web;

import com.weelo.dispatch.events.FillPolicy;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.events.VehicleRequirement;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.OrderProperties;
import com.weelo.dispatch.order.fleet.VehicleCatalogue;
import com.weelo.dispatch.order.orders.OrderDraft;
import com.weelo.dispatch.platform.web.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what a customer orders; whatever is wrong with it is a {@link Problem} of its field. */
@Component
class OrderDrafts {

  private final VehicleCatalogue catalogue;
  private final int maxTrucks;

  OrderDrafts(VehicleCatalogue catalogue, OrderProperties properties) {
    this.catalogue = catalogue;
    this.maxTrucks = properties.maxTrucks();
  }

  OrderDraft draft(UserId customer, OrderRequest request) {
    var requirements = requirements(request.vehicleRequirements());
    var policy = policy(request.fillPolicy());
    checkNumbers(requirements, policy, request);
    return new OrderDraft(
        customer,
        request.pickup().place(),
        request.dropoff().place(),
        requirements,
        policy,
        request.minimumTrucks());
  }

  private List<VehicleRequirement> requirements(List<OrderRequest.Requirement> wanted) {
    var requirements = new ArrayList<VehicleRequirement>();
    var types = new HashSet<VehicleType>();
    for (var n = 0; n < wanted.size(); n++) {
      var field = "vehicleRequirements[%d]".formatted(n);
      var one = wanted.get(n);
      var type = catalogue.find(field + ".vehicleType", one.vehicleType());
      if (!types.add(type)) {
        throw Problem.invalid(field + ".vehicleType", "is named twice; add the quantities up");
      }
      if (one.quantity() > maxTrucks) {
        throw Problem.invalid(field + ".quantity", "is at most " + maxTrucks);
      }
      requirements.add(
          new VehicleRequirement(
              type, one.vehicleSubtype(), one.quantity(), one.pricePerTruck().money()));
    }
    return requirements;
  }

  private static FillPolicy policy(String code) {
    return Arrays.stream(FillPolicy.values())
        .filter(policy -> policy.code().equals(code))
        .findAny()
        .orElseThrow(
            () -> Problem.invalid("fillPolicy", "is all_or_nothing, at_least or best_effort"));
  }

  private void checkNumbers(
      List<VehicleRequirement> requirements, FillPolicy policy, OrderRequest request) {
    var total = requirements.stream().mapToInt(VehicleRequirement::quantity).sum();
    if (total > maxTrucks) {
      throw Problem.invalid("vehicleRequirements", "ask for at most " + maxTrucks + " trucks");
    }
    var minimum = request.minimumTrucks();
    if (minimum == null && policy == FillPolicy.AT_LEAST) {
      throw Problem.invalid("minimumTrucks", "is required with at_least");
    }
    if (minimum != null && minimum > total) {
      throw Problem.invalid("minimumTrucks", "is at most the number of trucks");
    }
  }
}
