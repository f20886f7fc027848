package com.weelo.dispatch.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.verify.Journal.Entry;
import com.weelo.dispatch.suite.verify.Journal.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersKeptTests {

  private final Map<String, String> customers = Map.of("o", "ann");

  @Test
  void what_is_there_is_fine() {
    assertThat(missing("o", "ann")).isEmpty();
  }

  @Test
  void what_is_gone_and_what_is_somebody_elses_is_found() {
    assertThat(missing("lost", "ann")).containsExactly("lost was answered to ann and is gone");
    assertThat(missing("o", "bob")).containsExactly("o was answered to another than its customer");
  }

  private List<String> missing(String id, String customer) {
    var missing = new ArrayList<String>();
    AnswersKept.check(new Entry(Kind.ORDER, id, customer), customers, missing);
    return missing;
  }
}
