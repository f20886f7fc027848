package com.weelo.dispatch.suite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.weelo.dispatch.testing.HouseRules;

@AnalyzeClasses(packages = "com.weelo.dispatch.suite")
class LocalSuiteArchitectureTests {

  @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

  /** Whoever simulates apps, or checks on the services, knows them from outside only. */
  @ArchTest
  static final ArchRule clientsKnowOnlyTheContract =
      noClasses()
          .that()
          .resideInAnyPackage("..suite.simulator..", "..suite.client..", "..suite.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.weelo.dispatch.booking..",
              "com.weelo.dispatch.location..",
              "com.weelo.dispatch.broadcast..",
              "com.weelo.dispatch.notification..",
              "com.weelo.dispatch.platform..");
}
