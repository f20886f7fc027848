package com.weelo.dispatch.suite;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads nothing itself: it only says for which service its threads work. All services share one
 * JVM; the context class loader is what threads hand on to those that they start.
 */
final class ServiceClassLoader extends ClassLoader {

  ServiceClassLoader(SuiteService service, ClassLoader parent) {
    super(service.module(), parent);
  }

  /** The module for which a thread with this context class loader works, if any. */
  static Optional<String> moduleOf(@Nullable ClassLoader context) {
    for (var loader = context; loader != null; loader = loader.getParent()) {
      if (loader instanceof ServiceClassLoader marked) {
        return Optional.of(marked.getName());
      }
    }
    return Optional.empty();
  }
}
