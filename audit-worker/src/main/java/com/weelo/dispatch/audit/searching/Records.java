package com.weelo.dispatch.audit.searching;

import com.weelo.dispatch.audit.recording.EntityHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** What was recorded, by what it is about. */
@Repository
class Records {

  /** Rows held at once while many are read. */
  private static final int FETCH = 500;

  private static final String PLACE = "(occurred_at, chain, log_offset)";

  private final JdbcTemplate jdbc;

  Records(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** In which order, of time. */
  enum Order {
    NEWEST_FIRST("<", "DESC"),
    OLDEST_FIRST(">", "ASC");

    private final String beyond;
    private final String direction;

    Order(String beyond, String direction) {
      this.beyond = beyond;
      this.direction = direction;
    }

    private String clause() {
      return " ORDER BY occurred_at %1$s, chain %1$s, log_offset %1$s".formatted(direction);
    }
  }

  /** A query in the making. */
  private static final class Query {
    private final List<String> conditions = new ArrayList<>(List.of("true"));
    private final List<Object> values = new ArrayList<>();

    private Query where(String condition, @Nullable Object... of) {
      for (var value : of) {
        if (value == null) {
          return this;
        }
      }
      conditions.add(condition);
      for (var value : of) {
        values.add(Objects.requireNonNull(value));
      }
      return this;
    }
  }

  /**
   * @param after where to go on; null for the beginning
   */
  List<FoundRow> find(Filter filter, Order order, @Nullable Cursor after, int limit) {
    var query = query(filter);
    if (after != null) {
      query.where(
          PLACE + " " + order.beyond + " (?, ?, ?)",
          after.occurredAt().atOffset(ZoneOffset.UTC),
          after.chain(),
          after.offset());
    }
    query.values.add(limit);
    return jdbc.query(sql(filter, query, order) + " LIMIT ?", FoundRow::of, query.values.toArray());
  }

  /** Oldest first, however many. */
  void each(Filter filter, Consumer<FoundRow> action) {
    var query = query(filter);
    var sql = sql(filter, query, Order.OLDEST_FIRST);
    jdbc.execute((Connection connection) -> {
      boolean before = connection.getAutoCommit();
      connection.setAutoCommit(false); // else the driver fetches all at once
      try (var statement = connection.prepareStatement(sql)) {
        each(statement, query.values, action);
      } finally {
        connection.rollback();
        connection.setAutoCommit(before);
      }
      return true;
    });
  }

  private static void each(
      PreparedStatement statement, List<Object> values, Consumer<FoundRow> action)
      throws SQLException {
    statement.setFetchSize(FETCH);
    for (int i = 0; i < values.size(); i++) {
      statement.setObject(i + 1, values.get(i));
    }
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        action.accept(FoundRow.of(rows, 0));
      }
    }
  }

  private static Query query(Filter filter) {
    var from = filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC);
    var to = filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC);
    return new Query()
        .where(
            "entities @> ARRAY[?::bigint]",
            filter.entity() == null ? null : EntityHash.of(filter.entity()))
        .where("event_type = ?", filter.type())
        .where("actor = ?", filter.actor())
        .where("occurred_at >= ?", from)
        .where("occurred_at < ?", to);
  }

  /** An entity has few rows, which are looked up before anything is put in order. */
  private static String sql(Filter filter, Query query, Order order) {
    var where = " WHERE " + String.join(" AND ", query.conditions);
    var source =
        filter.entity() == null
            ? "records JOIN chains USING (chain)" + where
            : "(SELECT * FROM records" + where + " OFFSET 0) records JOIN chains USING (chain)";
    return "SELECT " + FoundRow.COLUMNS + " FROM " + source + order.clause();
  }
}
