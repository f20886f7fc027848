package com.weelo.dispatch.testing;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Tests run where developers read what is logged, unless one says otherwise. */
final class LocalEnvironment implements EnvironmentPostProcessor, Ordered {

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("tests", Map.of("dispatch.environment", "local")));
  }

  /** Before the services' own defaults, which take it from here. */
  @Override
  public int getOrder() {
    return 0;
  }
}
