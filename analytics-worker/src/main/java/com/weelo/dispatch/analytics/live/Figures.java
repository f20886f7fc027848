package com.weelo.dispatch.analytics.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the last hour went.
 *
 * @param funnel bookings by the step they have reached
 * @param minutes oldest first
 * @param lagMsP99 of the last minute's events 99 in a hundred were here within so long
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Figures(Map<String, Long> funnel, List<Minute> minutes, @Nullable Long lagMsP99) {

  /** One minute; what did not happen in it is null. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Minute(
      Instant start,
      long created,
      long accepted,
      long expired,
      @Nullable Long acceptP50Ms,
      @Nullable Long acceptP99Ms,
      @Nullable Long offerP50Ms,
      @Nullable Long offerP99Ms,
      long pushes,
      long pushesFailed) {}
}
