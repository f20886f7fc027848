package com.weelo.dispatch.platform.access;

import com.weelo.dispatch.platform.publishing.TopicProperties;
import java.nio.file.Path;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * A program that grants the services their access to Kafka, and ends: {@code KafkaAccess FOLDER},
 * the folder holding their passwords. Where Kafka is and how topics are made it is told as services
 * are. Ends with another code than 0 where Kafka refuses.
 */
@Configuration(proxyBeanMethods = false)
@ImportAutoConfiguration(KafkaAutoConfiguration.class)
@EnableConfigurationProperties(TopicProperties.class)
public class KafkaAccess {

  public static void main(String... arguments) {
    var application = new SpringApplication(KafkaAccess.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    application.run(arguments).close();
  }

  @Bean
  CommandLineRunner granting(KafkaAdmin kafka, TopicProperties topics) {
    return arguments -> new GrantingAccess(kafka, topics).grant(Path.of(arguments[0]));
  }
}
