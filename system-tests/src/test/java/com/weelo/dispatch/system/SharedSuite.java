package com.weelo.dispatch.system;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the suite for the first test that asks, and stops it after the last of all classes. */
final class SharedSuite implements ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(SharedSuite.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == RunningSuite.class;
  }

  @Override
  public RunningSuite resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(RunningSuite.class, key -> RunningSuite.start(), RunningSuite.class);
  }
}
