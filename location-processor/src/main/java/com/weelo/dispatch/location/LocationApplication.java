package com.weelo.dispatch.location;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Takes in positions, and knows where the trucks are. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class LocationApplication {

  /** Settings are in {@code location-processor.yml}, since all services may share a class path. */
  public static SpringApplication application() {
    return new SpringApplicationBuilder(LocationApplication.class)
        .properties("spring.config.name=location-processor")
        .build();
  }

  public static void main(String[] args) {
    application().run(args);
  }
}
