package com.weelo.dispatch.suite;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stores and services together, started and stopped as one. */
public final class Suite implements AutoCloseable {

  private final SuiteSettings settings;
  private @Nullable SuiteStores stores;
  private @Nullable SuiteServices services;

  public Suite(SuiteSettings settings) {
    this.settings = settings;
  }

  /**
   * Starts everything; all of it serves when this returns.
   *
   * @throws SuiteFailure where a port is not free or a service does not start
   * @throws com.weelo.dispatch.stores.StoreFailure where a store does not come up
   */
  public synchronized Suite start() {
    RequiredPorts.of(List.of(SuiteService.values()), settings.ports()).check();
    startStores();
    start(List.of(SuiteService.values()));
    return this;
  }

  /** Starts only what the services stand on. */
  public synchronized Suite startStores() {
    stores = SuiteStores.start(settings);
    return this;
  }

  /** Starts some of the services, once the stores are there. */
  public synchronized void start(Collection<SuiteService> chosen) {
    services = SuiteServices.start(settings, chosen);
  }

  public SuiteSettings settings() {
    return settings;
  }

  /**
   * What the services stand on.
   *
   * @throws IllegalStateException before the start
   */
  public SuiteStores stores() {
    if (stores == null) {
      throw new IllegalStateException("the suite was not started");
    }
    return stores;
  }

  /** Stops what was started: first the services, then what they stand on. Twice does nothing. */
  @Override
  public synchronized void close() {
    if (services != null) {
      services.close();
      services = null;
    }
    if (stores != null) {
      stores.close();
      stores = null;
    }
  }
}
