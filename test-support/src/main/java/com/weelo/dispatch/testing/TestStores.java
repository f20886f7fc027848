package com.weelo.dispatch.testing;

import com.weelo.dispatch.stores.EmbeddedStores;
import com.weelo.dispatch.stores.Stores;
import com.weelo.dispatch.stores.StoresSettings;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stores that all test classes of a JVM share. The system property {@value #PROPERTY} names
 * their kind: {@code embedded}, {@code containers}, or {@code auto} (the default), which takes
 * containers where a Docker engine answers and has the images, and the embedded ones elsewhere.
 *
 * <p>A test that takes a store away starts {@link EmbeddedStores} of its own instead.
 */
public final class TestStores {

  /** The system property that names their kind. */
  public static final String PROPERTY = "dispatch.test.stores";

  private static final Logger log = LoggerFactory.getLogger(TestStores.class);

  private TestStores() {}

  /** The stores, started by the first call and closed when the JVM exits. */
  public static Stores get() {
    return Shared.STORES;
  }

  private static Stores start() {
    String kind = System.getProperty(PROPERTY, "auto").toLowerCase(Locale.ROOT);
    Stores stores =
        switch (kind) {
          case "embedded" -> embedded();
          case "containers" -> ContainerStores.start();
          case "auto" -> ContainerStores.areAvailable() ? ContainerStores.start() : embedded();
          default ->
              throw new IllegalArgumentException(
                  PROPERTY + " is embedded, containers or auto, not " + kind);
        };
    log.info("Tests run on {} ({}={})", stores.getClass().getSimpleName(), PROPERTY, kind);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfterContexts(stores)));
    TestTopics.create(stores);
    return stores;
  }

  private static Stores embedded() {
    return EmbeddedStores.start(StoresSettings.temporary()).withoutShutdownHook();
  }

  /** Spring closes its contexts at exit too, and those would wait long for stores that are gone. */
  private static void closeAfterContexts(Stores stores) {
    OpenContexts.awaitNone();
    stores.close();
  }

  /** Holds what the first call to {@link #get()} starts. */
  private static final class Shared {
    private static final Stores STORES = start();
  }
}
