package com.weelo.dispatch.audit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.weelo.dispatch.testing.HouseRules;

@AnalyzeClasses(packages = "com.weelo.dispatch.audit")
class AuditArchitectureTests {

  @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule who_verifies_needs_no_service =
      noClasses()
          .that()
          .resideInAPackage("..audit.verifying")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.springframework.context..",
              "org.springframework.boot..",
              "org.springframework.kafka..",
              "com.weelo.dispatch.audit.web..",
              "com.weelo.dispatch.audit.searching..");

  @ArchTest
  static final ArchRule the_database_is_spoken_to_directly =
      noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.persistence..");
}
