package com.weelo.dispatch.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.weelo.dispatch.testing.HouseRules;

@AnalyzeClasses(packages = "com.weelo.dispatch.analytics")
class AnalyticsArchitectureTests {

  @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);

  @ArchTest
  static final ArchRule nobody_but_the_web_knows_the_live_page =
      noClasses()
          .that()
          .resideOutsideOfPackages("..analytics.live", "..analytics.web")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("..analytics.live");
}
