package com.weelo.dispatch.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * Lays the settings that all services share ({@code dispatch-defaults.yml}) below everything else,
 * so that a module's own file, the environment and the command line override them. Where no
 * developer reads the log on a terminal, machines do ({@code dispatch-json-logs.yml}).
 */
final class PlatformDefaults implements EnvironmentPostProcessor {

  private static final String DEFAULTS = "dispatch-defaults.yml";
  private static final String JSON_LOGS = "dispatch-json-logs.yml";

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    addBelow(environment, DEFAULTS);
    if (!"local".equals(environment.getProperty("dispatch.environment"))) {
      addBelow(environment, JSON_LOGS);
    }
  }

  private static void addBelow(ConfigurableEnvironment environment, String file) {
    try {
      new YamlPropertySourceLoader()
          .load(file, new ClassPathResource(file))
          .forEach(environment.getPropertySources()::addLast);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
