package com.weelo.dispatch.order;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts the order-service. */
@SpringBootApplication
public class OrderApplication {

  public static void main(String[] args) {
    new SpringApplicationBuilder(OrderApplication.class)
        .properties("spring.config.name=order-service")
        .run(args);
  }
}
