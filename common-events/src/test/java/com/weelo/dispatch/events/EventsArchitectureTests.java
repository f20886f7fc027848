package com.weelo.dispatch.events;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(
    packages = "com.weelo.dispatch.events",
    importOptions = ImportOption.DoNotIncludeTests.class)
class EventsArchitectureTests {

  @ArchTest
  static final ArchRule theContractNeedsNothingButJsonAndIds =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "com.weelo.dispatch.events",
              "com.fasterxml.jackson.annotation",
              "tools.jackson..",
              "com.fasterxml.uuid..",
              "org.jspecify.annotations");

  @ArchTest
  static final ArchRule onlyTheCodecKnowsHowJsonIsRead =
      noClasses()
          .that()
          .arePublic()
          .and()
          .doNotHaveSimpleName("EventCodec")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("tools.jackson..");

  @ArchTest
  static final ArchRule everyEventIsARecord =
      classes()
          .that()
          .implement(DomainEvent.class)
          .and()
          .areNotInterfaces()
          .should()
          .beRecords()
          .andShould()
          .beAnnotatedWith(EventType.class);
}
