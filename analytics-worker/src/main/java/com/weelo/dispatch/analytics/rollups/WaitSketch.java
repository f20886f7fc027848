package com.weelo.dispatch.analytics.rollups;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.time.Duration;

/**
 * How long things took, as a DDSketch: waits fall into bins whose width is relative to the wait,
 * and any percentile is known to one part in a hundred. Bins are plain counts, so sketches merge by
 * adding, in whatever order, to exactly the same result.
 */
public final class WaitSketch {

  private static final LogarithmicMapping BINS = new LogarithmicMapping(0.01);

  private final DDSketch sketch = new DDSketch(BINS, UnboundedSizeDenseStore::new);

  /** The bin into which a wait falls. What is shorter than a millisecond counts as one. */
  public static int binOf(Duration wait) {
    return BINS.index(Math.max(1, wait.toMillis()));
  }

  public WaitSketch add(int bin, long times) {
    sketch.accept(BINS.value(bin), times);
    return this;
  }

  public long count() {
    return (long) sketch.getCount();
  }

  /**
   * @param share between 0 and 1
   * @return whole milliseconds
   * @throws java.util.NoSuchElementException where nothing was added
   */
  public long millisAt(double share) {
    return Math.round(sketch.getValueAtQuantile(share));
  }
}
