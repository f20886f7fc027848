package com.weelo.dispatch.platform.publishing;

/**
 * Which service this is.
 *
 * @param name the module's name, from {@code spring.application.name}
 * @param environment from {@code dispatch.environment}, for example {@code local}
 */
public record ServiceIdentity(String name, String environment) {}
