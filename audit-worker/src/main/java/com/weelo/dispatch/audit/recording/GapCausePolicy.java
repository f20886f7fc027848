package com.weelo.dispatch.audit.recording;

/** Tells the causes of gaps apart. */
final class GapCausePolicy {

  /**
   * What Kafka says about a partition.
   *
   * @param logStart its first offset that is still there
   * @param compacted whether older records of a key make way for newer
   * @param transactionalProducers how many producers have ended transactions in it
   */
  record PartitionFacts(long logStart, boolean compacted, int transactionalProducers) {}

  private GapCausePolicy() {}

  /**
   * Between two markers of one producer lies at least one record of its own; so side by side there
   * are at most as many markers as producers.
   *
   * @param from the first offset missing
   * @param to the last
   */
  static GapCause causeOf(long from, long to, PartitionFacts facts) {
    if (facts.logStart() > to) {
      return GapCause.RETENTION;
    }
    if (facts.compacted()) {
      return GapCause.COMPACTION;
    }
    long stillThere = to - Math.max(from, facts.logStart()) + 1;
    return stillThere <= facts.transactionalProducers()
        ? GapCause.TRANSACTION_MARKERS
        : GapCause.MISSING;
  }
}
