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

  /** Apps are simulated by the contract alone. */
  @ArchTest
  static final ArchRule clientsKnowOnlyTheContract =
      noClasses()
          .that()
          .resideInAPackage("..suite.simulator..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.weelo.dispatch.platform..");

  /** So does whoever checks on them: what they mean by what they store is in their contract. */
  @ArchTest
  static final ArchRule nobodyReachesIntoAService =
      noClasses()
          .that()
          .resideInAnyPackage("..suite.simulator..", "..suite.client..", "..suite.verify..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.weelo.dispatch.booking..",
              "com.weelo.dispatch.location..",
              "com.weelo.dispatch.broadcast..",
              "com.weelo.dispatch.notification..");
}
