package com.weelo.dispatch.broadcast;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The broadcast-worker. Its settings are in {@code broadcast-worker.yml}. */
@SpringBootApplication
public class BroadcastApplication {

  public static void main(String[] arguments) {
    new SpringApplicationBuilder(BroadcastApplication.class)
        .properties("spring.config.name=broadcast-worker")
        .run(arguments);
  }
}
