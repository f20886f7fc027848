package com.weelo.dispatch.suite.measuring;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.ConcurrentHistogram;

/** How long something took, over many times. Exact to three digits; any thread may record. */
public final class Latencies {

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(10);

  private final ConcurrentHistogram histogram = new ConcurrentHistogram(LONGEST, 3);

  /** Records one duration; what is out of range counts as the nearest that is within. */
  public void record(long nanos) {
    histogram.recordValue(Math.clamp(nanos, 1, LONGEST));
  }

  public long count() {
    return histogram.getTotalCount();
  }

  /** In milliseconds; 0 where nothing was recorded. */
  public double percentile(double percentile) {
    return count() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1e6;
  }

  /** In milliseconds; 0 where nothing was recorded. */
  public double max() {
    return count() == 0 ? 0 : histogram.getMaxValue() / 1e6;
  }
}
