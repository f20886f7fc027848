package com.weelo.dispatch.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;

/**
 * The rules every module keeps, for its architecture tests:
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "com.weelo.dispatch.booking")
 * class BookingArchitectureTests {
 *   @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);
 * }
 * }</pre>
 */
public final class HouseRules {

  private static final DescribedPredicate<JavaClass> IN_PRODUCTION_CODE =
      DescribedPredicate.describe("in production code", HouseRules::isProductionCode);

  @ArchTest
  public static final ArchRule absenceOfNullIsChecked =
      classes()
          .should(resideInANullMarkedPackage())
          .because("NullAway checks only packages that are @NullMarked");

  @ArchTest
  public static final ArchRule dependenciesComeThroughConstructors =
      fields()
          .that()
          .areDeclaredInClassesThat(IN_PRODUCTION_CODE)
          .should(ArchConditions.not(BE_ANNOTATED_WITH_AN_INJECTION_ANNOTATION))
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule nothingIsPrinted =
      noClasses()
          .that(IN_PRODUCTION_CODE)
          .and()
          .resideOutsideOfPackage("..cli..")
          .should(ACCESS_STANDARD_STREAMS)
          .because("services log; only a command line prints")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule loggingIsBySlf4j =
      noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging");

  @ArchTest
  public static final ArchRule testsDoNotSleep =
      noClasses()
          .that(DescribedPredicate.not(IN_PRODUCTION_CODE))
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(Thread.class, "sleep", Duration.class)
          .because("a test waits for a condition, not for a time")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule timeComesFromAnInjectedClock =
      noClasses()
          .that(IN_PRODUCTION_CODE)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule nothingStaticChanges =
      fields()
          .that()
          .areStatic()
          .and()
          .areDeclaredInClassesThat(IN_PRODUCTION_CODE)
          .should()
          .beFinal()
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule servicesMeetOnKafkaOnly =
      slices()
          .matching(
              "com.weelo.dispatch."
                  + "(booking|order|location|broadcast|notification|analytics|audit)..")
          .should()
          .notDependOnEachOther()
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule policiesAreOnlyDecisions =
      noClasses()
          .that(IN_PRODUCTION_CODE)
          .and()
          .haveSimpleNameEndingWith("Policy")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework..",
              "org.apache.kafka..",
              "io.lettuce..",
              "io.netty..",
              "java.sql..",
              "javax.sql..",
              "java.io..",
              "java.net..",
              "java.nio..")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule controllersLiveInWeb =
      classes()
          .that()
          .areMetaAnnotatedWith("org.springframework.stereotype.Controller")
          .and(IN_PRODUCTION_CODE)
          .should()
          .resideInAPackage("..web..")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule everyCallSaysWhoMayMakeIt =
      methods()
          .that()
          .areMetaAnnotatedWith("org.springframework.web.bind.annotation.RequestMapping")
          .and()
          .areDeclaredInClassesThat(IN_PRODUCTION_CODE)
          .should()
          .beAnnotatedWith("com.weelo.dispatch.platform.security.AllowedRoles")
          .allowEmptyShould(true);

  @ArchTest
  public static final ArchRule noTestIsSwitchedOff =
      noClasses()
          .should()
          .dependOnClassesThat()
          .haveFullyQualifiedName("org.junit.jupiter.api.Disabled");

  private HouseRules() {}

  private static boolean isProductionCode(JavaClass type) {
    return type.getSource()
        .map(source -> Location.of(source.getUri()))
        .filter(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS::includes)
        .isPresent();
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        String message =
            "%s: its package is %s@NullMarked".formatted(type.getName(), marked ? "" : "not ");
        events.add(new SimpleConditionEvent(type, marked, message));
      }
    };
  }
}
