package com.weelo.dispatch.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.testing.TestStores;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

class CopyRowsIT {

  private static final UUID ID = EventIds.next();
  private static final Instant BEFORE_2000 = Instant.parse("1969-12-31T23:59:59.123456Z");

  private final JdbcTemplate jdbc = emptyDatabase();

  @BeforeEach
  void makeTable() {
    jdbc.execute(
        """
        CREATE TABLE things (
          name text, raw bytea, count bigint, small integer, exact double precision, rough real,
          fine boolean NOT NULL, at timestamptz, id uuid)
        """);
    jdbc.execute("CREATE TABLE number_lists (name text, numbers bigint[])");
  }

  @Test
  void every_type_arrives_as_it_was_given() {
    rows()
        .row()
        .text("tab\t, newline\n, \\N and हिन्दी")
        .bytes(new byte[] {0, -1, 10})
        .int8(Long.MIN_VALUE)
        .int4(-7)
        .float8(12.9716)
        .float4(1e-60)
        .bool(true)
        .time(BEFORE_2000)
        .uuid(ID)
        .into(jdbc, "things");

    assertThat(stored())
        .containsExactly(
            "[tab\t, newline\n, \\N and हिन्दी, [0, -1, 10], -9223372036854775808, -7, 12.9716,"
                + " 0.0, true, 1969-12-31T23:59:59.123456Z, "
                + ID
                + "]");
  }

  @Test
  void what_is_absent_becomes_null() {
    rows()
        .row()
        .text(null)
        .bytes(null)
        .int8(null)
        .int4(null)
        .float8(null)
        .float4(null)
        .bool(false)
        .time(null)
        .uuid(null)
        .into(jdbc, "things");

    assertThat(stored()).containsExactly("[null, null, null, null, null, null, false, null, null]");
  }

  @Test
  void more_rows_than_fit_at_first_go_in_all_the_same() {
    var rows = new CopyRows(2);
    IntStream.range(0, 50_000).forEach(i -> rows.row().text("row " + i).bool(true));

    rows.into(jdbc, "things (name, fine)");

    assertThat(jdbc.queryForObject("SELECT count(DISTINCT name) FROM things", Integer.class))
        .isEqualTo(50_000);
  }

  @Test
  void rows_may_go_in_while_they_are_written() {
    CopyRows.stream(
        jdbc,
        "things (name, fine)",
        2,
        rows -> IntStream.range(0, 50_000).forEach(i -> rows.row().text("row " + i).bool(true)));

    assertThat(jdbc.queryForObject("SELECT count(DISTINCT name) FROM things", Integer.class))
        .isEqualTo(50_000);
  }

  @Test
  void who_fails_while_writing_leaves_no_row() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            CopyRows.stream(
                jdbc,
                "things (name, fine)",
                2,
                rows -> {
                  IntStream.range(0, 50_000).forEach(i -> rows.row().text("row " + i).bool(true));
                  throw new IllegalStateException("no more");
                }))
        .withMessage("no more");

    assertThat(stored()).isEmpty();
  }

  @Test
  void what_the_server_refuses_while_rows_are_written_is_a_failure_of_the_database() {
    assertThatExceptionOfType(DataAccessException.class)
        .isThrownBy(() ->
            CopyRows.stream(
                jdbc,
                "things (name, fine)",
                2,
                rows ->
                    IntStream.range(0, 50_000)
                        .forEach(i -> rows.row().text("row " + i).text("no boolean"))));
  }

  @Test
  void lists_of_numbers_arrive_however_long() {
    new CopyRows(1)
        .row()
        .int8s(new long[0])
        .row()
        .int8s(new long[] {1, Long.MIN_VALUE, -1})
        .into(jdbc, "number_lists (numbers)");

    assertThat(jdbc.queryForList("SELECT numbers::text FROM number_lists", String.class))
        .containsExactly("{}", "{1,-9223372036854775808,-1}");
  }

  @Test
  void a_digest_is_of_what_the_server_sends() throws Exception {
    var written = MessageDigest.getInstance("SHA-256");
    var rows = new CopyRows(2).row().text("हिन्दी");
    int from = rows.written();
    rows.int8s(new long[] {7, 8}).feed(written, from);

    rows.into(jdbc, "number_lists (name, numbers)");

    var sent = MessageDigest.getInstance("SHA-256");
    sent.update(ByteBuffer.allocate(4).putInt(0, sentNumbers().length));
    sent.update(sentNumbers());
    assertThat(written.digest()).isEqualTo(sent.digest());
  }

  private byte[] sentNumbers() {
    return Objects.requireNonNull(
        jdbc.queryForObject("SELECT array_send(numbers) FROM number_lists", byte[].class));
  }

  private static CopyRows rows() {
    return new CopyRows(9);
  }

  private List<String> stored() {
    return jdbc.query("SELECT * FROM things", (row, number) -> describe(row));
  }

  private static String describe(ResultSet row) throws SQLException {
    var raw = row.getBytes("raw");
    var at = row.getObject("at", OffsetDateTime.class);
    return Arrays.asList(
            row.getString("name"),
            raw == null ? null : Arrays.toString(raw),
            row.getObject("count"),
            row.getObject("small"),
            row.getObject("exact"),
            row.getObject("rough"),
            row.getBoolean("fine"),
            at == null ? null : at.withOffsetSameInstant(ZoneOffset.UTC),
            row.getObject("id"))
        .toString();
  }

  private static JdbcTemplate emptyDatabase() {
    var stores = TestStores.get();
    var name = "copy_rows_" + EventIds.next().toString().replace('-', '_');
    stores.createDatabase(name);
    var server = stores.postgres();
    return new JdbcTemplate(
        new SimpleDriverDataSource(
            new org.postgresql.Driver(), server.jdbcUrl(name), server.user(), server.password()));
  }
}
