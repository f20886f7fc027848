package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.events.DriverId;
import com.weelo.dispatch.events.VehicleType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads descriptions of vehicles and drivers, from wherever they come, and says what is wrong. */
public final class DraftPolicy {

  private static final int LONGEST_TEXT = 100;
  private static final int LONGEST_ID = 128;
  private static final BigDecimal MOST_TONNES = BigDecimal.valueOf(1_000);
  private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 ()./-]{2,29}");

  private final SpellingPolicy spellings;

  public DraftPolicy(Collection<VehicleType> catalogue) {
    this.spellings = new SpellingPolicy(catalogue);
  }

  /**
   * @param type in any spelling; what it says of subtype and capacity counts where those are not
   *     given
   */
  public Draft<VehicleDraft> vehicle(
      @Nullable String registration,
      @Nullable String type,
      @Nullable String subtype,
      @Nullable BigDecimal capacityTonnes) {
    var complaints = new ArrayList<Complaint>();
    var plate = plate(registration, complaints);
    var known = type(type, complaints);
    var body = text("vehicleSubtype", subtype, complaints);
    checkCapacity(capacityTonnes, complaints);
    return plate == null || known == null || !complaints.isEmpty()
        ? new Draft<>(null, complaints)
        : new Draft<>(
            new VehicleDraft(
                plate,
                known.type(),
                body == null ? known.subtype() : body,
                capacityTonnes == null ? known.capacityTonnes() : capacityTonnes),
            complaints);
  }

  public Draft<DriverDraft> driver(
      @Nullable String id, @Nullable String name, @Nullable String phone) {
    var complaints = new ArrayList<Complaint>();
    var driver = driverId(id, complaints);
    var called = required("name", name, complaints);
    var number = required("phone", phone, complaints);
    if (number != null && !PHONE.matcher(number).matches()) {
      complaints.add(Complaint.of("phone", "is not a telephone number"));
    }
    return called == null || number == null || !complaints.isEmpty()
        ? new Draft<>(null, complaints)
        : new Draft<>(new DriverDraft(driver, called, number), complaints);
  }

  private static @Nullable Registration plate(@Nullable String text, List<Complaint> complaints) {
    var given = required("registration", text, complaints);
    if (given == null) {
      return null;
    }
    var plate = Registration.read(given);
    if (plate.isEmpty()) {
      complaints.add(Complaint.of("registration", "has letters and digits"));
    }
    return plate.orElse(null);
  }

  private SpelledType.@Nullable Known type(@Nullable String text, List<Complaint> complaints) {
    var given = required("vehicleType", text, complaints);
    if (given == null) {
      return null;
    }
    return switch (spellings.read(given)) {
      case SpelledType.Known known -> known;
      case SpelledType.Unknown(var nearest) -> {
        complaints.add(Complaint.unknownType("vehicleType", nearest));
        yield null;
      }
    };
  }

  private static void checkCapacity(@Nullable BigDecimal tonnes, List<Complaint> complaints) {
    if (tonnes != null
        && (tonnes.signum() <= 0
            || tonnes.compareTo(MOST_TONNES) >= 0
            || tonnes.stripTrailingZeros().scale() > 2)) {
      complaints.add(
          Complaint.of("capacityTonnes", "is a number above 0 and below 1000 with two decimals"));
    }
  }

  private static @Nullable DriverId driverId(@Nullable String id, List<Complaint> complaints) {
    if (id == null || id.isBlank()) {
      return null;
    }
    if (id.length() > LONGEST_ID) {
      complaints.add(Complaint.of("driverId", "has up to " + LONGEST_ID + " characters"));
      return null;
    }
    return new DriverId(id.strip());
  }

  private static @Nullable String required(
      String field, @Nullable String text, List<Complaint> complaints) {
    if (text == null || text.isBlank()) {
      complaints.add(Complaint.of(field, "must not be blank"));
      return null;
    }
    return text(field, text, complaints);
  }

  /** What was left out and what is blank are the same. */
  private static @Nullable String text(
      String field, @Nullable String text, List<Complaint> complaints) {
    if (text == null || text.isBlank()) {
      return null;
    }
    if (text.length() > LONGEST_TEXT) {
      complaints.add(Complaint.of(field, "has up to " + LONGEST_TEXT + " characters"));
      return null;
    }
    return text.strip();
  }
}
