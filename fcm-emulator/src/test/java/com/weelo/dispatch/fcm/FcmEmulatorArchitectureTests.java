package com.weelo.dispatch.fcm;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.weelo.dispatch.testing.HouseRules;

@AnalyzeClasses(packages = "com.weelo.dispatch.fcm")
class FcmEmulatorArchitectureTests {

  @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule theTransportDoesNotKnowWhatItServes =
      noClasses()
          .that()
          .resideInAPackage("com.weelo.dispatch.fcm.http")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.weelo.dispatch.fcm");

  @ArchTest
  static final ArchRule onlyTheTransportKnowsNetty =
      noClasses()
          .that()
          .resideInAPackage("com.weelo.dispatch.fcm")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.netty..");

  @ArchTest
  static final ArchRule theEmulatorStandsBesideTheServices =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.springframework..", "com.weelo.dispatch.events..");
}
