package com.weelo.dispatch.location;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.LocationEvent;
import com.weelo.dispatch.location.availability.DriverJobs;
import com.weelo.dispatch.location.availability.FollowingJobs;
import com.weelo.dispatch.location.cleaning.CleaningPolicy;
import com.weelo.dispatch.location.cleaning.FormPolicy;
import com.weelo.dispatch.location.processing.ProcessingFixes;
import com.weelo.dispatch.platform.consuming.Subscription;
import com.weelo.dispatch.platform.database.DayPartitions;
import com.weelo.dispatch.platform.housekeeping.Chore;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What is connected to what. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class LocationWiring {

  @Bean
  Subscription<LocationEvent> fixes(ProcessingFixes processing, LocationProperties properties) {
    return Subscription.inBatches("location-processor.fixes", LocationEvent.class, processing)
        .withConcurrency(properties.consumers());
  }

  @Bean
  Subscription<AssignmentEvent> jobs(FollowingJobs following) {
    return Subscription.of("location-processor.jobs", AssignmentEvent.class, following::follow);
  }

  @Bean
  FormPolicy formPolicy(VehicleCatalogue catalogue, LocationProperties properties) {
    return new FormPolicy(catalogue.vehicleTypes(), properties.cleaning().clockAhead());
  }

  @Bean
  CleaningPolicy cleaningPolicy(LocationProperties properties) {
    return new CleaningPolicy(properties.cleaning(), properties.retention());
  }

  @Bean
  Chore forgetJobs(DriverJobs jobs, Clock clock, LocationProperties properties) {
    return new Chore(
        "Forgetting jobs that are over",
        () -> jobs.forgetBefore(clock.instant().minus(properties.retention())));
  }

  @Bean
  Chore positionDays(JdbcTemplate jdbc, Clock clock, LocationProperties properties) {
    var days = new DayPartitions(jdbc, "positions", clock, properties.retention());
    return new Chore("Making and dropping the history's days", days::maintain);
  }
}
