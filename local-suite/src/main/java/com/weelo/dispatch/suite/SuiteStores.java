package com.weelo.dispatch.suite;

import com.weelo.dispatch.fcm.FcmEmulator;
import com.weelo.dispatch.fcm.FcmEmulatorSettings;
import com.weelo.dispatch.stores.EmbeddedStores;
import java.time.Duration;

/** What the services stand on: PostgreSQL, Kafka, Redis, and Google's side of a push. */
public final class SuiteStores implements AutoCloseable {

  private final EmbeddedStores stores;
  private final FcmEmulator fcm;

  private SuiteStores(EmbeddedStores stores, FcmEmulator fcm) {
    this.stores = stores;
    this.fcm = fcm;
  }

  /**
   * Starts them all; each answers when this returns. The caller has to close them.
   *
   * @throws SuiteFailure where a port is not free
   * @throws com.weelo.dispatch.stores.StoreFailure where a store does not come up
   */
  public static SuiteStores start(SuiteSettings settings) {
    RequiredPorts.ofEmulator(settings.ports()).check();
    var fcm = FcmEmulator.start(emulator(settings));
    try {
      var stores = EmbeddedStores.start(settings.stores()).withoutShutdownHook();
      for (var service : SuiteService.values()) {
        service.database().ifPresent(stores::createDatabase);
      }
      return new SuiteStores(stores, fcm);
    } catch (RuntimeException e) {
      fcm.close();
      throw e;
    }
  }

  /**
   * Deletes the data of earlier runs.
   *
   * @throws com.weelo.dispatch.stores.StoreFailure while a suite uses it
   */
  public static void wipe(SuiteSettings settings) {
    EmbeddedStores.wipe(settings.stores());
  }

  private static FcmEmulatorSettings emulator(SuiteSettings settings) {
    return new FcmEmulatorSettings(
        SuitePorts.HOST,
        settings.ports().fcm(),
        settings.ports().fcmControl(),
        settings.certificates(),
        Duration.ZERO,
        FcmEmulatorSettings.DEFAULT_KEPT_MESSAGES,
        settings.ports().smtp());
  }

  public EmbeddedStores stores() {
    return stores;
  }

  public FcmEmulator fcm() {
    return fcm;
  }

  @Override
  public void close() {
    stores.close();
    fcm.close();
  }
}
