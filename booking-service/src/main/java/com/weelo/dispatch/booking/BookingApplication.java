package com.weelo.dispatch.booking;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the booking-service. */
@SpringBootApplication
public class BookingApplication {

  public static void main(String[] args) {
    new SpringApplicationBuilder(BookingApplication.class)
        .properties("spring.config.name=booking-service")
        .run(args);
  }
}
