package com.weelo.dispatch.order;

import com.weelo.dispatch.platform.redis.GeoIndexKeys;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the trucks of an order are searched for.
 *
 * @param ttl how long trucks are searched for
 * @param maxTrucks how many trucks an order may ask for
 * @param holdTime how long a transporter has to name the drivers of what it reserved
 * @param waveSize how many transporters a wave of a vehicle type reaches, if they have trucks
 *     enough
 * @param maxWaveSize how many it reaches where it takes more to have trucks enough
 * @param waveInterval from one wave to the next
 * @param initialRadius of the first wave around the pick-up, in metres; each wave doubles it
 * @param maxRadius where the doubling ends, in metres
 * @param candidates how many drivers are looked at for a wave before it is widened
 * @param sweepInterval how often due waves, holds and deadlines are looked for
 * @param offerRetention how long it is known whom an order was put before
 */
@Validated
@ConfigurationProperties("dispatch.order")
public record OrderProperties(
    @DefaultValue("5m") Duration ttl,
    @Min(1) @Max(10_000) @DefaultValue("1000") int maxTrucks,
    @DefaultValue("15s") Duration holdTime,
    @Min(1) @Max(100) @DefaultValue("10") int waveSize,
    @Min(1) @Max(1000) @DefaultValue("100") int maxWaveSize,
    @DefaultValue("10s") Duration waveInterval,
    @Min(1) @DefaultValue("2000") long initialRadius,
    @Max(GeoIndexKeys.LARGEST_RADIUS_METERS) @DefaultValue("32000") long maxRadius,
    @Min(1) @Max(1000) @DefaultValue("50") int candidates,
    @DefaultValue("1s") Duration sweepInterval,
    @DefaultValue("90d") Duration offerRetention) {

  @AssertTrue(message = "initial-radius is at most max-radius")
  boolean isRadiusGrowing() {
    return initialRadius <= maxRadius;
  }

  @AssertTrue(message = "wave-size is at most max-wave-size")
  boolean isWaveSizeInBounds() {
    return waveSize <= maxWaveSize;
  }

  @AssertTrue(message = "ttl, hold-time, wave-interval and sweep-interval are longer than nothing")
  boolean isTimeGoingOn() {
    return ttl.isPositive()
        && holdTime.isPositive()
        && waveInterval.isPositive()
        && sweepInterval.isPositive();
  }
}
