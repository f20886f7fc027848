package com.weelo.dispatch.location.availability;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.location.drivers.DriverState;
import com.weelo.dispatch.location.drivers.DriverStates;
import com.weelo.dispatch.location.index.GeoIndex;
import com.weelo.dispatch.platform.web.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** A driver says whether it wants jobs: heard at once, and remembered by the database. */
@Component
public class ChangingAvailability {

  private final DriverStates states;
  private final GeoIndex index;
  private final TransactionOperations transactions;

  ChangingAvailability(DriverStates states, GeoIndex index, TransactionOperations transactions) {
    this.states = states;
    this.index = index;
    this.transactions = transactions;
  }

  /**
   * @param vehicleType null leaves what is known
   * @throws Problem where a driver becomes available and nobody knows what it drives
   */
  public void change(
      DriverId driver,
      TransporterId transporter,
      @Nullable VehicleType vehicleType,
      boolean available) {
    var changed =
        transactions.execute(status -> write(driver, transporter, vehicleType, available));
    index.follow(List.of(Objects.requireNonNull(changed)));
  }

  private DriverState write(
      DriverId driver,
      TransporterId transporter,
      @Nullable VehicleType vehicleType,
      boolean available) {
    var known = states.lock(Set.of(driver)).getFirst();
    var changed = known.driving(transporter, vehicleType).availableForJobs(available);
    if (available && changed.vehicleType() == null) {
      throw Problem.invalid("vehicleType", "is required, since it is not known yet");
    }
    states.save(List.of(changed));
    return changed;
  }
}
