package com.weelo.dispatch.booking;

import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How bookings are searched for and priced.
 *
 * @param ttl how long a booking is searched for
 * @param waveSize how many transporters a wave reaches at most
 * @param waveInterval from one wave to the next
 * @param initialRadius of the first wave around the pick-up, in metres; each wave doubles it
 * @param maxRadius where the doubling ends, in metres
 * @param candidates how many drivers are looked at for a wave before it is widened
 * @param nearbyRadius within which a search counts free drivers, in metres
 * @param sweepInterval how often due waves and expiries are looked for
 * @param recordRetention how long decisions and histories are kept
 * @param averageSpeed of a loaded truck, in km/h
 * @param pricing of bookings whose customer names no price
 */
@Validated
@ConfigurationProperties("dispatch.booking")
public record BookingProperties(
    @DefaultValue("60s") Duration ttl,
    @Min(1) @Max(100) @DefaultValue("10") int waveSize,
    @DefaultValue("10s") Duration waveInterval,
    @Min(1) @DefaultValue("2000") long initialRadius,
    @Max(GeoIndexKeys.LARGEST_RADIUS_METERS) @DefaultValue("32000") long maxRadius,
    @Min(1) @Max(1000) @DefaultValue("50") int candidates,
    @Min(1) @Max(GeoIndexKeys.LARGEST_RADIUS_METERS) @DefaultValue("5000") long nearbyRadius,
    @DefaultValue("1s") Duration sweepInterval,
    @DefaultValue("90d") Duration recordRetention,
    @Positive @DefaultValue("30") double averageSpeed,
    @Valid @DefaultValue Pricing pricing) {

  /**
   * What trips cost.
   *
   * @param currency ISO 4217
   * @param base fare of a vehicle type without its own, in the currency's smallest unit
   * @param perKilometre likewise, for each kilometre as the crow flies
   * @param fares of the vehicle types that have their own
   */
  public record Pricing(
      @Pattern(regexp = "[A-Z]{3}") @DefaultValue("INR") String currency,
      @Min(0) @DefaultValue("100000") long base,
      @Min(0) @DefaultValue("4000") long perKilometre,
      @DefaultValue List<@Valid Fare> fares) {}

  /** What trips cost with one vehicle type; amounts as in {@link Pricing}. */
  public record Fare(@NotBlank String vehicleType, @Min(0) long base, @Min(0) long perKilometre) {}

  @AssertTrue(message = "initial-radius is at most max-radius")
  boolean isRadiusGrowing() {
    return initialRadius <= maxRadius;
  }

  @AssertTrue(message = "ttl, wave-interval and sweep-interval are longer than nothing")
  boolean isTimeGoingOn() {
    return ttl.isPositive() && waveInterval.isPositive() && sweepInterval.isPositive();
  }
}
