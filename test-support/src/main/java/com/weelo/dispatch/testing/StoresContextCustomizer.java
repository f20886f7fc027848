package com.weelo.dispatch.testing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Applies {@link StoresInitializer} to the contexts of a {@link StoresTest}. */
record StoresContextCustomizer(String database) implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    TestPropertyValues.of(StoresInitializer.DATABASE + "=" + database).applyTo(context);
    new StoresInitializer().initialize(context);
  }

  /** Finds the annotation. */
  static final class Factory implements ContextCustomizerFactory {

    @Override
    public @Nullable ContextCustomizer createContextCustomizer(
        Class<?> testClass, List<ContextConfigurationAttributes> configuration) {
      StoresTest test =
          TestContextAnnotationUtils.findMergedAnnotation(testClass, StoresTest.class);
      return test == null ? null : new StoresContextCustomizer(test.database());
    }
  }
}
