package com.weelo.dispatch.stores;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which the stores of one JVM keep everything. A file names the process it belongs
 * to, others the servers: whoever opens it after that process was killed also kills its servers.
 */
final class StoresDirectory {

  private static final Logger log = LoggerFactory.getLogger(StoresDirectory.class);

  private static final List<String> SERVERS =
      List.of(PostgresServer.NAME, KafkaServer.NAME, RedisServer.NAME);
  private static final String LOGS = "logs";
  private static final String OWNER = "owner";

  private final Path path;
  private final boolean keepData;

  private StoresDirectory(Path path, boolean keepData) {
    this.path = path;
    this.keepData = keepData;
  }

  /**
   * Takes possession of the folder.
   *
   * @throws StoreFailure if another living process has it
   */
  static StoresDirectory open(StoresSettings settings) {
    StoresDirectory directory = new StoresDirectory(settings.directory(), settings.keepData());
    try {
      directory.takePossession();
      return directory;
    } catch (IOException e) {
      throw new StoreFailure("Folder " + directory.path + " cannot be used", e);
    }
  }

  /** Deletes the temporary folders of JVMs that were killed, and kills their servers. */
  static void sweepAbandoned(Path root) {
    try (DirectoryStream<Path> found =
        Files.newDirectoryStream(root, StoresSettings.TEMPORARY_PREFIX + "*")) {
      for (Path path : found) {
        StoresDirectory directory = new StoresDirectory(path, false);
        if (directory.isAbandoned()) {
          log.info("Removing {}, whose owner died", path);
          directory.close();
        }
      }
    } catch (IOException e) {
      log.warn("Folders of killed processes under {} could not be removed", root, e);
    }
  }

  Path of(String server) throws IOException {
    return Files.createDirectories(path.resolve(server));
  }

  PidFile pidFile(String server) {
    return new PidFile(path.resolve(server + ".pid"));
  }

  LogFile logFile(String server) {
    return new LogFile(path.resolve(LOGS, server + ".log"));
  }

  /** Gives it up, and deletes it unless its data is to be kept. No server may be running. */
  void close() throws IOException {
    killServers();
    if (!keepData) {
      deleteContents();
    }
    owner().delete();
    if (!keepData) {
      Folders.deleteIfEmpty(path);
    }
  }

  private void takePossession() throws IOException {
    Files.createDirectories(path);
    Optional<ProcessHandle> owner = owner().process();
    if (owner.isPresent()) {
      throw new StoreFailure(
          "Folder " + path + " is in use by process " + owner.get().pid() + "; stop that first");
    }
    owner().write(ProcessHandle.current());
    killServers();
    if (!keepData) {
      deleteContents();
    }
    Files.createDirectories(path.resolve(LOGS));
  }

  private void killServers() throws IOException {
    for (String server : SERVERS) {
      pidFile(server).process().ifPresent(ProcessTree::kill);
      pidFile(server).delete();
    }
  }

  /** Only what is ours: somebody may have named a folder that holds other things. */
  private void deleteContents() throws IOException {
    for (String server : SERVERS) {
      Folders.delete(path.resolve(server));
    }
    Folders.delete(path.resolve(LOGS));
  }

  /** A folder without an owner's file may just be about to get one, so it is not. */
  private boolean isAbandoned() throws IOException {
    return owner().exists() && owner().process().isEmpty();
  }

  private PidFile owner() {
    return new PidFile(path.resolve(OWNER + ".pid"));
  }
}
