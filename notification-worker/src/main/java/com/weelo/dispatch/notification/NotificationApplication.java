package com.weelo.dispatch.notification;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Turns events into pushes. */
@SpringBootApplication
public class NotificationApplication {

  public static void main(String[] args) {
    new SpringApplicationBuilder(NotificationApplication.class)
        .properties("spring.config.name=notification-worker")
        .run(args);
  }
}
