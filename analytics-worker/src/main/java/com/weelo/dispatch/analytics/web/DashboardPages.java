package com.weelo.dispatch.analytics.web;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The dashboard's files. They hold no data, so they need no token. */
@Configuration(proxyBeanMethods = false)
class DashboardPages implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry pages) {
    pages.addViewController("/").setViewName("forward:/dashboard/index.html");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry files) {
    files
        .addResourceHandler("/dashboard/**")
        .addResourceLocations("classpath:/dashboard/")
        .setCacheControl(CacheControl.noCache());
  }
}
