package com.weelo.dispatch.analytics.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefinitionsTests {

  private static final Path DOCUMENT = Path.of("../docs/figures.md");

  @Test
  void the_document_defines_the_figures_as_their_sql_does() throws IOException {
    assertThat(Files.readString(DOCUMENT)).isEqualTo(document());
  }

  private static String document() {
    return Arrays.stream(Question.values())
        .map(question -> "## `%s`\n\n%s\n".formatted(question.path(), question.definition()))
        .collect(
            Collectors.joining(
                "\n",
                "# What the figures mean\n\nOf `GET /api/v1/analytics/QUESTION`; the words are"
                    + " those above each question's SQL.\n\n",
                ""));
  }
}
