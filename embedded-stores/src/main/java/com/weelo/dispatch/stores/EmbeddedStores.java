package com.weelo.dispatch.stores;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * PostgreSQL, Kafka and Redis as child processes of this JVM, listening on 127.0.0.1. Each can be
 * taken away and given back on the same port and data.
 *
 * <p>They stop with {@link #close()} or, at the latest, with this JVM. Where the JVM was killed
 * they live on; the next start in the same folder kills them first, and the next start in any
 * temporary folder removes those of all temporary folders without an owner.
 */
public final class EmbeddedStores implements Stores {

  private static final String HOST = "127.0.0.1";
  private static final String SUPERUSER = "postgres";

  private final StoresDirectory directory;
  private final Postgres postgres;
  private final String kafka;
  private final Redis redis;
  private final StoreProcess postgresStore;
  private final StoreProcess kafkaStore;
  private final StoreProcess redisStore;
  private final Thread closeAtExit = new Thread(this::close, "close-stores");
  private boolean closed;

  private EmbeddedStores(StoresSettings settings, StoresDirectory directory) {
    BinaryCache cache = new BinaryCache();
    this.directory = directory;
    this.postgres = new Postgres(HOST, settings.postgresPort(), SUPERUSER, SUPERUSER);
    this.kafka = HOST + ":" + settings.kafkaPort();
    this.redis = new Redis(HOST, settings.redisPort());
    this.postgresStore =
        new StoreProcess(new PostgresServer(postgres, directory, cache), directory);
    this.kafkaStore =
        new StoreProcess(new KafkaServer(HOST, settings.kafkaPort(), directory, cache), directory);
    this.redisStore =
        new StoreProcess(new RedisServer(redis, settings.keepData(), directory, cache), directory);
  }

  /**
   * Starts all three and returns once each answers.
   *
   * @throws StoreFailure if one does not, or if another process uses the folder; nothing is left
   *     running then
   */
  public static EmbeddedStores start(StoresSettings settings) {
    StoresDirectory.sweepAbandoned(StoresSettings.temporaryRoot());
    EmbeddedStores stores = new EmbeddedStores(settings, StoresDirectory.open(settings));
    Runtime.getRuntime().addShutdownHook(stores.closeAtExit);
    try {
      stores.inParallel(StoreProcess::start);
    } catch (StoreFailure e) {
      stores.close();
      throw e;
    }
    return stores;
  }

  /**
   * Deletes the data that earlier stores have kept in the folder, and kills those left running.
   *
   * @throws StoreFailure if another process uses the folder
   */
  public static void wipe(StoresSettings settings) {
    try {
      StoresDirectory.open(settings.forgetful()).close();
    } catch (IOException e) {
      throw new StoreFailure("Folder " + settings.directory() + " could not be wiped", e);
    }
  }

  /**
   * Leaves it to the caller to close them when this JVM exits, for a caller whose own shutdown has
   * to come first: shutdown hooks run in no order.
   */
  public EmbeddedStores withoutShutdownHook() {
    Runtime.getRuntime().removeShutdownHook(closeAtExit);
    return this;
  }

  @Override
  public Postgres postgres() {
    return postgres;
  }

  @Override
  public String kafka() {
    return kafka;
  }

  @Override
  public Redis redis() {
    return redis;
  }

  public EmbeddedStore postgresStore() {
    return postgresStore;
  }

  public EmbeddedStore kafkaStore() {
    return kafkaStore;
  }

  public EmbeddedStore redisStore() {
    return redisStore;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      inParallel(StoreProcess::stop);
    } finally {
      giveUpDirectory();
      forgetShutdownHook();
    }
  }

  private void inParallel(Consumer<StoreProcess> action) {
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      CompletableFuture.allOf(
              List.of(postgresStore, kafkaStore, redisStore).stream()
                  .map(store -> CompletableFuture.runAsync(() -> action.accept(store), executor))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof StoreFailure failure
          ? failure
          : new StoreFailure("The stores failed", e.getCause());
    }
  }

  private void giveUpDirectory() {
    try {
      directory.close();
    } catch (IOException e) {
      throw new StoreFailure("The stores' folder could not be cleaned up", e);
    }
  }

  private void forgetShutdownHook() {
    try {
      Runtime.getRuntime().removeShutdownHook(closeAtExit);
    } catch (IllegalStateException exiting) {
      return; // the hook is what runs us
    }
  }
}
