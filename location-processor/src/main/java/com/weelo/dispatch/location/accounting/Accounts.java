package com.weelo.dispatch.location.accounting;

import static java.util.stream.Collectors.joining;

import com.weelo.dispatch.location.cleaning.Outcome;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What became of all fixes ever received. A consumer adds to its own slot, last thing in the
 * transaction of its batch, so that consumers do not wait for each other.
 */
@Repository
public class Accounts {

  /** The slot of what was refused before it came to any consumer. */
  static final int DOOR = -1;

  private static final String ADD =
      "INSERT INTO accounts (slot, received, %s) VALUES (?, ?, %s) ON CONFLICT (slot) DO UPDATE SET received = accounts.received + excluded.received, %s"
          .formatted(
              columns("%1$s"), columns("?"), columns("%1$s = accounts.%1$s + excluded.%1$s"));

  private static final String SUM =
      "SELECT %s FROM accounts".formatted(columns("coalesce(sum(%1$s), 0) AS %1$s"));

  private final JdbcTemplate jdbc;

  Accounts(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  public void add(int slot, Tally tally) {
    var counts = Arrays.stream(Outcome.values()).map(tally::of);
    jdbc.update(ADD, Stream.concat(Stream.of(slot, tally.received()), counts).toArray());
  }

  public Tally total() {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            SUM,
            (row, number) -> {
              var total = new Tally();
              for (var outcome : Outcome.values()) {
                total.add(outcome, row.getLong(outcome.code()));
              }
              return total;
            }));
  }

  /** One column for each outcome, named as its code. */
  private static String columns(String pattern) {
    return Arrays.stream(Outcome.values())
        .map(outcome -> pattern.formatted(outcome.code()))
        .collect(joining(", "));
  }
}
