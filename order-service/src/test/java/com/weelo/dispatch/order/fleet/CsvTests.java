package com.weelo.dispatch.order.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTests {

  @Test
  void rows_are_lines_and_cells_stand_between_commas() {
    assertThat(Csv.rows("a,b\n1, 2 \n"))
        .containsExactly(new Csv.Row(1, List.of("a", "b")), new Csv.Row(2, List.of("1", "2")));
  }

  @Test
  void the_last_line_need_not_end() {
    assertThat(Csv.rows("a,b\r\n1,2")).containsExactly(row(1, "a", "b"), row(2, "1", "2"));
  }

  @Test
  void a_cell_in_quotes_may_hold_anything() {
    assertThat(Csv.rows("\"a,b\",\"say \"\"c\"\"\",\"d\ne\"\nf"))
        .containsExactly(row(1, "a,b", "say \"c\"", "d\ne"), row(3, "f"));
  }

  @Test
  void blank_lines_and_a_mark_of_byte_order_are_passed_over() {
    assertThat(Csv.rows("\ufeffa\r\n\r\n  \nb\n")).containsExactly(row(1, "a"), row(4, "b"));
  }

  @Test
  void empty_cells_are_cells() {
    assertThat(Csv.rows(",a,\n,")).containsExactly(row(1, "", "a", ""), row(2, "", ""));
  }

  @Test
  void a_quote_that_nobody_closes_ends_with_the_file() {
    assertThat(Csv.rows("a\n\"b,c\nd")).containsExactly(row(1, "a"), row(2, "b,c\nd"));
  }

  @Test
  void nothing_is_no_rows() {
    assertThat(Csv.rows("")).isEmpty();
  }

  private static Csv.Row row(int line, String... cells) {
    return new Csv.Row(line, List.of(cells));
  }
}
