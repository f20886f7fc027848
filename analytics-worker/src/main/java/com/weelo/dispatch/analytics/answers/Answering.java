package com.weelo.dispatch.analytics.answers;

import com.weelo.dispatch.analytics.facts.Cells;
import com.weelo.dispatch.analytics.rollups.WaitSketch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.stereotype.Component;

/** Answers questions from the tables. */
@Component
public class Answering {

  private static final List<String> ACCEPTANCE_COLUMNS =
      List.of("start", "accepted", "p50Ms", "p90Ms", "p99Ms");

  private final NamedParameterJdbcTemplate jdbc;

  Answering(NamedParameterJdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public Answer answer(Question question, Span span) {
    return question == Question.ACCEPTANCE_TIMES ? acceptanceTimes(span) : asStored(question, span);
  }

  private Answer asStored(Question question, Span span) {
    return jdbc.query(
        question.sql(),
        parameters(span),
        rows -> {
          var columns = columns(rows);
          var answer = new ArrayList<Map<String, Object>>();
          while (rows.next()) {
            answer.add(row(rows, columns));
          }
          return new Answer(columns, answer);
        });
  }

  private Answer acceptanceTimes(Span span) {
    var sketches = new TreeMap<Instant, WaitSketch>();
    jdbc.query(
        Question.ACCEPTANCE_TIMES.sql(),
        parameters(span),
        row -> {
          sketches
              .computeIfAbsent(row.getTimestamp("start").toInstant(), start -> new WaitSketch())
              .add(row.getInt("bin"), row.getLong("bookings"));
        });
    var rows = new ArrayList<Map<String, Object>>();
    sketches.forEach((start, sketch) -> rows.add(percentiles(start, sketch)));
    return new Answer(ACCEPTANCE_COLUMNS, rows);
  }

  private static Map<String, Object> percentiles(Instant start, WaitSketch sketch) {
    var row = new LinkedHashMap<String, Object>();
    row.put("start", start);
    row.put("accepted", sketch.count());
    row.put("p50Ms", sketch.millisAt(0.5));
    row.put("p90Ms", sketch.millisAt(0.9));
    row.put("p99Ms", sketch.millisAt(0.99));
    return row;
  }

  private static MapSqlParameterSource parameters(Span span) {
    var type = span.vehicleType();
    return new MapSqlParameterSource()
        .addValue("from", Timestamp.from(span.from()))
        .addValue("to", Timestamp.from(span.to()))
        .addValue("bucket", "1 " + span.bucket().code())
        .addValue("vehicleType", type == null ? null : type.code());
  }

  private static List<String> columns(ResultSet rows) throws SQLException {
    var columns = new ArrayList<String>();
    for (var i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
      columns.add(
          JdbcUtils.convertUnderscoreNameToPropertyName(rows.getMetaData().getColumnLabel(i)));
    }
    return columns;
  }

  private static Map<String, Object> row(ResultSet rows, List<String> columns) throws SQLException {
    var row = new LinkedHashMap<String, Object>();
    for (var i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), value(columns.get(i), rows.getObject(i + 1)));
    }
    return row;
  }

  @SuppressWarnings("NullAway") // a figure that is not defined, such as a share of nothing, is null
  private static Object value(String column, @Nullable Object value) {
    return switch (value) {
      case Timestamp time -> time.toInstant();
      case Long cell when column.equals("cell") -> Cells.name(cell);
      case null -> null;
      default -> value;
    };
  }
}
