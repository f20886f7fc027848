package com.weelo.dispatch.audit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps the record of what happened. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AuditApplication {

  /** Settings are in {@code audit-worker.yml}, since all services may share a class path. */
  public static SpringApplication application() {
    return new SpringApplicationBuilder(AuditApplication.class)
        .properties("spring.config.name=audit-worker")
        .build();
  }

  public static void main(String[] args) {
    application().run(args);
  }
}
