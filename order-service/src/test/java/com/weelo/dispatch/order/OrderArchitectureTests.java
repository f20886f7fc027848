package com.weelo.dispatch.order;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.weelo.dispatch.testing.HouseRules;

@AnalyzeClasses(packages = "com.weelo.dispatch.order")
class OrderArchitectureTests {

  @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);
}
