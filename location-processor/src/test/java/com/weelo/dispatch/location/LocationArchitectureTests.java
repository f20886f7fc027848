package com.weelo.dispatch.location;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.weelo.dispatch.testing.HouseRules;

@AnalyzeClasses(packages = "com.weelo.dispatch.location")
class LocationArchitectureTests {

  @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule cleaning_knows_nothing_but_fixes =
      noClasses()
          .that()
          .resideInAPackage("..location.cleaning")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "com.weelo.dispatch.platform..",
              "com.weelo.dispatch.location",
              "com.weelo.dispatch.location.(drivers|history|index|accounting|intake|processing|web)..");

  @ArchTest
  static final ArchRule the_database_is_spoken_to_directly =
      noClasses().should().dependOnClassesThat().resideInAPackage("jakarta.persistence..");
}
