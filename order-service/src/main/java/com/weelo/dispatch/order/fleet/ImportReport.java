package com.weelo.dispatch.order.fleet;

import com.fasterxml.jackson.annotation.JsonValue;
import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.VehicleId;
import com.weelo.dispatch.events.VehicleType;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of a fleet's file: {@code rows = created + updated + rejected}.
 *
 * @param results row by row, in the file's order
 */
public record ImportReport(
    int rows, long created, long updated, long rejected, List<RowResult> results) {

  /** What became of a row. */
  public enum Outcome {
    /** The fleet did not have the vehicle, or the driver, before. */
    CREATED,
    /** The fleet had what the row describes, and now has it as described. */
    UPDATED,
    REJECTED;

    @JsonValue
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One row.
   *
   * @param row the line of the file on which it begins
   * @param registration as it is kept
   * @param vehicleType of the catalogue, as which the spelling was understood
   */
  public record RowResult(
      int row,
      Outcome outcome,
      @Nullable VehicleId vehicleId,
      @Nullable String registration,
      @Nullable VehicleType vehicleType,
      @Nullable DriverId driverId,
      @Nullable List<Complaint> errors) {}

  static ImportReport of(List<RowResult> results) {
    return new ImportReport(
        results.size(),
        count(results, Outcome.CREATED),
        count(results, Outcome.UPDATED),
        count(results, Outcome.REJECTED),
        results);
  }

  private static long count(List<RowResult> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
