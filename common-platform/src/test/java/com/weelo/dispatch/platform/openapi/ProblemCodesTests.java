package com.weelo.dispatch.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.platform.openapi.ProblemCodes.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The catalogue of codes is that of the code. */
class ProblemCodesTests {

  private static final Pattern PROBLEM =
      Pattern.compile(
          "(?:Problem\\.conflict|Problem\\.unavailable|new Problem)\\((?:[^\";]*?)\"([A-Z_]+)\"");
  private static final Pattern DESCRIPTION =
      Pattern.compile("@RefusedWith\\((?:\\{[^}]*}|\"[^\"]*\")\\)");

  /** What Spring answers by itself: its status' name. */
  private static final Set<String> OF_SPRING = Set.of("UNSUPPORTED_MEDIA_TYPE");

  private final List<String> sources = sources();
  private final Set<String> catalogue =
      new ProblemCodes().all().map(ProblemCode::code).collect(Collectors.toSet());

  @Test
  void every_code_that_is_answered_is_explained() {
    var answered =
        sources.stream()
            .flatMap(source -> PROBLEM.matcher(source).results())
            .map(match -> match.group(1))
            .collect(Collectors.toSet());

    assertThat(answered).hasSizeGreaterThan(10);
    assertThat(catalogue).containsAll(answered);
  }

  @Test
  void no_code_is_explained_that_nobody_answers() {
    assertThat(catalogue)
        .allSatisfy(code ->
            assertThat(sources)
                .anyMatch(source ->
                    OF_SPRING.contains(code)
                        || source.contains("\"" + code + "\"")
                        || source.contains("Answer." + code + " ")
                        || source.contains("case " + code + " ")));
  }

  private static List<String> sources() {
    try (var modules = Files.list(Path.of(".."))) {
      return modules
          .map(module -> module.resolve("src/main/java"))
          .filter(Files::isDirectory)
          .flatMap(ProblemCodesTests::files)
          .filter(ProblemCodesTests::isSource)
          .map(ProblemCodesTests::read)
          .map(source -> DESCRIPTION.matcher(source).replaceAll(""))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path folder) {
    try {
      return Files.walk(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSource(Path path) {
    var text = path.toString();
    return text.endsWith(".java") && !text.contains("/platform/openapi/");
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
