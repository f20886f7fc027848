package com.weelo.dispatch.stores;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** PostgreSQL 18 as a production server is set up: durable, and ready for logical decoding. */
final class PostgresServer implements Server {

  static final String NAME = "postgres";

  private static final Map<String, String> CONFIGURATION =
      Map.ofEntries(
          Map.entry("fsync", "on"),
          Map.entry("synchronous_commit", "on"),
          Map.entry("wal_level", "logical"),
          Map.entry("max_replication_slots", "100"),
          Map.entry("max_wal_senders", "100"),
          Map.entry("max_connections", "300"),
          Map.entry("shared_buffers", "256MB"),
          Map.entry("max_wal_size", "2GB"),
          Map.entry("timezone", "UTC"),
          Map.entry("log_timezone", "UTC"),
          // Without the details, which name the values of a row.
          Map.entry("log_error_verbosity", "terse"),
          Map.entry("unix_socket_directories", ""));

  private final Stores.Postgres address;
  private final StoresDirectory directory;
  private final BinaryCache binaries;

  PostgresServer(Stores.Postgres address, StoresDirectory directory, BinaryCache binaries) {
    this.address = address;
    this.directory = directory;
    this.binaries = binaries;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Integer> ports() {
    return List.of(address.port());
  }

  @Override
  public void prepare() throws IOException {
    if (!Files.exists(data())) {
      initialise();
    }
    // Children can outlive a killed postmaster, and would keep the next one from starting.
    ProcessTree.killAllIn(data());
    Files.deleteIfExists(data().resolve("postmaster.pid"));
  }

  @Override
  public List<String> command() throws IOException {
    Stream<String> program = Stream.of(program("postgres"), "-D", data().toString());
    Stream<String> network =
        Stream.of("-c", "listen_addresses=" + address.host(), "-p", "" + address.port());
    Stream<String> settings =
        CONFIGURATION.entrySet().stream()
            .flatMap(setting -> Stream.of("-c", setting.getKey() + "=" + setting.getValue()));
    return Commands.unprivileged(
        Stream.of(program, network, settings).flatMap(part -> part).toList());
  }

  @Override
  public boolean answers() {
    return Databases.answers(address);
  }

  /** Fast: rolls open transactions back instead of waiting for their clients to go. */
  @Override
  public String stopSignal() {
    return "INT";
  }

  /** Aside first and then moved, so that a cluster is either complete or absent. */
  private void initialise() throws IOException {
    Path aside = directory.of(name()).resolve("initialising");
    Folders.delete(aside);
    Files.createDirectory(aside);
    Path password = directory.of(name()).resolve("password");
    Files.writeString(password, address.password());
    try {
      Commands.giveToUnprivileged(aside);
      run(
          Commands.unprivileged(
              List.of(
                  program("initdb"),
                  "--pgdata=" + aside,
                  "--username=" + address.user(),
                  "--pwfile=" + password,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--locale=C",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8")));
    } finally {
      Files.delete(password);
    }
    Files.move(aside, data(), StandardCopyOption.ATOMIC_MOVE);
  }

  private void run(List<String> command) throws IOException {
    LogFile log = directory.logFile(name());
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.path().toFile()))
            .start();
    int status = process.onExit().join().exitValue();
    if (status != 0) {
      throw new StoreFailure("%s ended with status %d:%n%s".formatted(command, status, log.tail()));
    }
  }

  private Path data() throws IOException {
    return directory.of(name()).resolve("data");
  }

  private String program(String name) throws IOException {
    Path folder = binaries.folder(Platform.current().postgresArchive(), TarXz::unpack);
    return folder.resolve("bin").resolve(name).toString();
  }
}
