package com.weelo.dispatch.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.DefaultResourceLoader;

/** Services in this JVM, each in an application context of its own. */
public final class SuiteServices implements AutoCloseable {

  private final List<ConfigurableApplicationContext> contexts;

  private SuiteServices(List<ConfigurableApplicationContext> contexts) {
    this.contexts = contexts;
  }

  /**
   * Starts all of them side by side; all serve when this returns. The caller has to close them.
   *
   * @throws SuiteFailure where a port is not free, or naming the service that does not start
   */
  public static SuiteServices start(SuiteSettings settings) {
    return start(settings, List.of(SuiteService.values()));
  }

  /**
   * Starts some of them side by side, as {@link #start(SuiteSettings)} does.
   *
   * @throws SuiteFailure likewise
   */
  public static SuiteServices start(SuiteSettings settings, Collection<SuiteService> chosen) {
    RequiredPorts.of(chosen, settings.ports()).check();
    var starts =
        chosen.stream()
            .map(service ->
                CompletableFuture.supplyAsync(() -> start(service, settings), threadOf(service)))
            .toList();
    var contexts = new ArrayList<ConfigurableApplicationContext>();
    var failures = new ArrayList<String>();
    for (var start : starts) {
      try {
        contexts.add(start.join());
      } catch (CompletionException e) {
        failures.add(Objects.requireNonNull(e.getCause()).getMessage());
      }
    }
    var services = new SuiteServices(contexts);
    if (!failures.isEmpty()) {
      services.close();
      throw new SuiteFailure(String.join("\n", failures));
    }
    return services;
  }

  private static Executor threadOf(SuiteService service) {
    var loader = new ServiceClassLoader(service, SuiteServices.class.getClassLoader());
    return task -> {
      var thread = Thread.ofPlatform().name("start-" + service.module()).unstarted(task);
      thread.setContextClassLoader(loader);
      thread.start();
    };
  }

  private static ConfigurableApplicationContext start(
      SuiteService service, SuiteSettings settings) {
    try {
      return new SpringApplicationBuilder(service.application())
          // Not the thread's marked loader: proxies of package-private interfaces need their own.
          .resourceLoader(new DefaultResourceLoader(service.application().getClassLoader()))
          .properties("spring.config.name=" + service.module())
          .registerShutdownHook(false)
          .run(ServiceArguments.of(service, settings));
    } catch (RuntimeException e) {
      throw new SuiteFailure(
          "%s did not start: %s"
              .formatted(
                  service.module(), NestedExceptionUtils.getMostSpecificCause(e).getMessage()),
          e);
    }
  }

  /** Stops all services side by side, each in an orderly way. */
  @Override
  public void close() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      contexts.forEach(context -> threads.execute(context::close));
    }
  }
}
