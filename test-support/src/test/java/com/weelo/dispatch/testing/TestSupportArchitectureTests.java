package com.weelo.dispatch.testing;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

/** Also for the embedded stores, which cannot depend on this module. */
@AnalyzeClasses(packages = {"com.weelo.dispatch.testing", "com.weelo.dispatch.stores"})
class TestSupportArchitectureTests {

  @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);
}
