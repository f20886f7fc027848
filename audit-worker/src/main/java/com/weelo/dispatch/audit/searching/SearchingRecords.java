package com.weelo.dispatch.audit.searching;

import com.weelo.dispatch.audit.searching.Records.Order;
import com.weelo.dispatch.platform.web.Problem;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds records, page by page or all of them. */
@Component
public class SearchingRecords {

  private final Records records;

  SearchingRecords(Records records) {
    this.records = records;
  }

  /**
   * Newest first.
   *
   * @param cursor of the page before; null for the first
   * @throws Problem 400 where the cursor is none
   */
  public Page newest(Filter filter, @Nullable String cursor, int limit) {
    return page(filter, Order.NEWEST_FIRST, cursor, limit);
  }

  /** All about somebody or something, in the order in which it happened. */
  public Page history(String entity, @Nullable String cursor, int limit) {
    return page(Filter.of(entity), Order.OLDEST_FIRST, cursor, limit);
  }

  private Page page(Filter filter, Order order, @Nullable String cursor, int limit) {
    var rows = records.find(filter, order, decode(cursor), limit + 1);
    var own = rows.subList(0, Math.min(limit, rows.size()));
    return new Page(
        entries(filter, own), rows.size() > limit ? own.getLast().cursor().encoded() : null);
  }

  private static List<Entry> entries(Filter filter, List<FoundRow> rows) {
    return rows.stream()
        .filter(row -> row.isAbout(filter.entity()))
        .map(FoundRow::readable)
        .toList();
  }

  private static @Nullable Cursor decode(@Nullable String cursor) {
    return cursor == null
        ? null
        : Cursor.decode(cursor)
            .orElseThrow(() -> Problem.invalid("cursor", "is none that was given out"));
  }

  /** Oldest first, with the bytes as they were, in bounded memory however many there are. */
  public void each(Filter filter, Consumer<Entry> action) {
    records.each(
        filter,
        row -> {
          if (row.isAbout(filter.entity())) {
            action.accept(row.exact());
          }
        });
  }
}
