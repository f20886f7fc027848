package com.weelo.dispatch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.FileSystemUtils;

class HouseRulesTests {

  @TempDir private Path production;

  @ParameterizedTest
  @MethodSource("rules")
  void everyRuleFindsItsOffender(Field rule) throws Exception {
    assertThat(brokenBy(offendersAsTests(), rule) || brokenBy(offendersAsProduction(), rule))
        .isTrue();
  }

  static Stream<Field> rules() {
    return Stream.of(HouseRules.class.getFields())
        .filter(field -> field.isAnnotationPresent(ArchTest.class));
  }

  private static boolean brokenBy(JavaClasses offenders, Field rule) throws IllegalAccessException {
    return ((ArchRule) rule.get(null)).evaluate(offenders).hasViolation();
  }

  private static JavaClasses offendersAsTests() throws URISyntaxException {
    return new ClassFileImporter()
        .importPaths(folder("booking/offences"), folder("notification/offences"));
  }

  /** The same classes in a place that does not look like one for tests. */
  private JavaClasses offendersAsProduction() throws IOException, URISyntaxException {
    FileSystemUtils.copyRecursively(folder("booking/offences"), production.resolve("one"));
    FileSystemUtils.copyRecursively(folder("notification/offences"), production.resolve("other"));
    return new ClassFileImporter().importPath(production);
  }

  private static Path folder(String name) throws URISyntaxException {
    Path tests =
        Path.of(HouseRulesTests.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    return tests.resolve("com/weelo/dispatch").resolve(name);
  }
}
