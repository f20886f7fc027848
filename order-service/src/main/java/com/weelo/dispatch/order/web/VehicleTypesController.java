package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.CUSTOMER;
import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.OPS;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;

import com.weelo.dispatch.order.fleet.VehicleCatalogue;
import com.weelo.dispatch.platform.security.AllowedRoles;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue. */
@RestController
@RequestMapping("/api/v1/vehicle-types")
class VehicleTypesController {

  private final VehicleCatalogue catalogue;

  VehicleTypesController(VehicleCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The kinds of trucks that can be ordered. */
  @GetMapping
  @AllowedRoles({CUSTOMER, TRANSPORTER, DRIVER, OPS})
  VehicleCatalogue listVehicleTypes() {
    return catalogue;
  }
}
