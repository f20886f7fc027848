package com.weelo.dispatch.location.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CopyTextTests {

  private final CopyText text = new CopyText();

  @Test
  void fields_stand_between_tabs_and_rows_on_lines() {
    text.field("a").field(1.5).field(null).endRow();
    text.field(true).endRow();

    assertThat(written()).isEqualTo("a\t1.5\t\\N\ntrue\n");
  }

  @Test
  void nothing_in_a_field_ends_it() {
    text.field("tab\tline\nreturn\rback\\slash").field("\\N").endRow();

    assertThat(written()).isEqualTo("tab\\tline\\nreturn\\rback\\\\slash\t\\\\N\n");
  }

  @Test
  void other_tongues_come_through() {
    text.field("ಚಾಲಕ").endRow();

    assertThat(written()).isEqualTo("ಚಾಲಕ\n");
  }

  private String written() {
    return new String(text.bytes(), UTF_8);
  }
}
