package com.weelo.dispatch.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.verify.Journal.Kind;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTests {

  @TempDir Path folder;

  @Test
  void what_was_written_can_be_read_before_it_is_closed() throws IOException {
    var file = folder.resolve("deeper/journal.ndjson");
    try (var journal = Journal.begin(file)) {
      journal.booked("a", "ann");
      journal.ordered("b", "bob \"the\" builder");

      assertThat(Journal.read(file))
          .containsExactly(
              new Journal.Entry(Kind.BOOKING, "a", "ann"),
              new Journal.Entry(Kind.ORDER, "b", "bob \"the\" builder"));
    }
  }

  @Test
  void a_new_journal_takes_the_place_of_an_old_one() throws IOException {
    var file = folder.resolve("journal.ndjson");
    try (var journal = Journal.begin(file)) {
      journal.booked("a", "ann");
    }
    Journal.begin(file).close();

    assertThat(Journal.read(file)).isEmpty();
  }
}
