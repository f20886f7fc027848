package com.weelo.dispatch.platform.openapi;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a service says of its REST interface.
 *
 * @param title what it is called
 * @param description what it is for
 */
@ConfigurationProperties("dispatch.api")
record ApiProperties(@DefaultValue("") String title, @DefaultValue("") String description) {}
