package com.weelo.dispatch.platform.stopping;

import jakarta.servlet.Filter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What every service does before it stops. */
@AutoConfiguration
@EnableConfigurationProperties(StoppingProperties.class)
public class StoppingAutoConfiguration {

  @Bean
  Draining draining(ApplicationContext service, StoppingProperties properties) {
    return new Draining(service, properties.drain());
  }

  /** Only for services with REST; apart, so that others need no servlets. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = Type.SERVLET)
  @ConditionalOnClass({Filter.class, TomcatServletWebServerFactory.class})
  static class WithServlets {

    /** Of the drain, so that an idle connection is gone before its end. */
    private static final int PART_FOR_IDLE = 6;

    @Bean
    FilterRegistrationBean<DrainingFilter> drainingFilter(Draining draining) {
      var registration = new FilterRegistrationBean<>(new DrainingFilter(draining));
      registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
      return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> leavableConnections(
        Draining draining) {
      return server -> {
        server.setProtocol(LeavableProtocol.class.getName());
        server.addConnectorCustomizers(connector -> {
          if (connector.getProtocolHandler() instanceof LeavableProtocol connections) {
            draining.atHalfTime(() -> leave(connections, draining));
          }
        });
      };
    }

    /**
     * Not at once: whoever uses his connection meanwhile is told with his answer to leave it, and
     * fewer are closed just as a request is on its way.
     */
    private static void leave(LeavableProtocol connections, Draining draining) {
      connections.closeIdleAfter(draining.lasts().dividedBy(PART_FOR_IDLE));
    }
  }
}
