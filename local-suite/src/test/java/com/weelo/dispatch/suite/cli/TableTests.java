package com.weelo.dispatch.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTests {

  @Test
  void names_stand_to_the_left_and_figures_below_each_other() {
    var table = new Table().row("bookings", 7).row("  matched", 1234);

    assertThat(table.lines()).containsExactly("bookings       7", "  matched   1234");
  }

  @Test
  void without_rows_there_are_no_lines() {
    assertThat(new Table().lines()).isEmpty();
  }
}
