package com.weelo.dispatch.notification;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.weelo.dispatch.testing.HouseRules;

@AnalyzeClasses(packages = "com.weelo.dispatch.notification")
class NotificationArchitectureTests {

  @ArchTest static final ArchTests house = ArchTests.in(HouseRules.class);
}
