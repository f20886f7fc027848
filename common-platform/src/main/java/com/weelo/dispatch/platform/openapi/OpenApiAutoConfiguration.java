package com.weelo.dispatch.platform.openapi;

import com.weelo.dispatch.platform.security.Caller;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** What the descriptions of all services share, on top of springdoc. */
@AutoConfiguration
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(OpenApiCustomizer.class)
@EnableConfigurationProperties(ApiProperties.class)
public class OpenApiAutoConfiguration {

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class); // comes from the token
  }

  @Bean
  Refusals refusalDescriptions() {
    return new Refusals();
  }

  @Bean
  Operations operationDescriptions(Refusals refusals, Environment environment, JsonMapper json) {
    return new Operations(
        refusals, new Examples(environment.getProperty("spring.application.name", ""), json));
  }

  @Bean
  WholeDescription wholeDescription(ApiProperties properties, Refusals refusals) {
    return new WholeDescription(properties, refusals);
  }

  @Bean
  RecordSchemas recordSchemas() {
    return new RecordSchemas();
  }
}
