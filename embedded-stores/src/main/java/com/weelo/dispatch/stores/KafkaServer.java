package com.weelo.dispatch.stores;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** Kafka 4.2 in KRaft mode: one node, broker and controller at once, in a JVM of its own. */
final class KafkaServer implements Server {

  static final String NAME = "kafka";

  private static final int NODE = 1;
  private static final String CONTROLLER_LISTENER = "CONTROLLER";

  private final String host;
  private final int port;
  private final StoresDirectory directory;
  private final BinaryCache cache;

  KafkaServer(String host, int port, StoresDirectory directory, BinaryCache cache) {
    this.host = host;
    this.port = port;
    this.directory = directory;
    this.cache = cache;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** For clients, and for the controller. */
  @Override
  public List<Integer> ports() {
    return List.of(port, port + 1);
  }

  @Override
  public void prepare() throws IOException {
    writeConfiguration();
    if (!Files.exists(data().resolve("meta.properties"))) {
      format();
    }
  }

  @Override
  public List<String> command() throws IOException {
    KafkaClassPath classPath = KafkaClassPath.ofThisJvm();
    Path archive = cache.root().resolve("kafka-" + classPath.fingerprint() + ".jsa");
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms256m",
        "-Xmx512m",
        // Loads its classes from an archive that the first run leaves behind: starts twice as fast.
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:disable",
        "-Xlog:all=error:stderr",
        "--enable-native-access=ALL-UNNAMED",
        "-Dlogback.configurationFile=" + logging(),
        "-cp",
        classPath.value(),
        "kafka.Kafka",
        configuration().toString());
  }

  @Override
  public boolean answers() {
    return KafkaProtocol.answers(host, port);
  }

  private void writeConfiguration() throws IOException {
    Properties properties = new Properties();
    try (InputStream defaults = resource("kafka.properties")) {
      properties.load(defaults);
    }
    String controller = host + ":" + (port + 1);
    properties.setProperty("node.id", Integer.toString(NODE));
    properties.setProperty("log.dirs", data().toString());
    properties.setProperty("controller.listener.names", CONTROLLER_LISTENER);
    properties.setProperty("controller.quorum.voters", NODE + "@" + controller);
    properties.setProperty(
        "listeners",
        "PLAINTEXT://%s:%d,%s://%s".formatted(host, port, CONTROLLER_LISTENER, controller));
    try (Writer writer = Files.newBufferedWriter(configuration())) {
      properties.store(writer, "Written at every start");
    }
    try (InputStream logback = resource("kafka-logback.xml")) {
      Files.copy(logback, logging(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What {@code kafka-storage format} does, without the second JVM. */
  private void format() throws IOException {
    Formatter formatter =
        new Formatter()
            .setPrintStream(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
            .setNodeId(NODE)
            .setClusterId(Uuid.randomUuid().toString())
            .setControllerListenerName(CONTROLLER_LISTENER)
            .setMetadataLogDirectory(data().toString())
            .addDirectory(data().toString());
    try {
      formatter.run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new StoreFailure("Kafka's storage could not be formatted", e);
    }
  }

  private Path configuration() throws IOException {
    return directory.of(name()).resolve("server.properties");
  }

  private Path logging() throws IOException {
    return directory.of(name()).resolve("logback.xml");
  }

  private Path data() throws IOException {
    return directory.of(name()).resolve("data");
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(KafkaServer.class.getResourceAsStream(name), name);
  }
}
