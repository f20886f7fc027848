package com.weelo.dispatch.audit.verifying;

/** The two tables of links, and where in their rows is what a verification must understand. */
enum Links {
  RECORDS(
      "records",
      "log_offset",
      "chain, log_offset, gap, log_timestamp, key, headers, value, event_id, event_type, actor,"
          + " occurred_at, entities, hash",
      0,
      12),
  DIGESTS(
      "digests",
      "from_offset",
      "chain, from_offset, to_offset, gap, records, first_timestamp, last_timestamp, digest, hash",
      12,
      24);

  private final String table;
  private final String offset;
  private final String columns;
  private final int last;
  private final int gap;

  /**
   * @param last how far behind the offset's field the one with the last offset begins
   * @param gap how far behind the offset's field the one with the gap begins
   */
  Links(String table, String offset, String columns, int last, int gap) {
    this.table = table;
    this.offset = offset;
    this.columns = columns;
    this.last = last;
    this.gap = gap;
  }

  /** In order, from an offset to before another. */
  String copy(int chain, long from, long to) {
    return "COPY (SELECT %1$s FROM %2$s WHERE chain = %3$d AND %4$s >= %5$d AND %4$s < %6$d ORDER BY %4$s) TO STDOUT (FORMAT binary)"
        .formatted(columns, table, chain, offset, from, to);
  }

  int last() {
    return last;
  }

  int gap() {
    return gap;
  }
}
