package com.weelo.dispatch.analytics;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Counts what happens, and shows it. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AnalyticsApplication {

  /** Settings are in {@code analytics-worker.yml}, since all services may share a class path. */
  public static SpringApplication application() {
    return new SpringApplicationBuilder(AnalyticsApplication.class)
        .properties("spring.config.name=analytics-worker")
        .build();
  }

  public static void main(String[] args) {
    application().run(args);
  }
}
