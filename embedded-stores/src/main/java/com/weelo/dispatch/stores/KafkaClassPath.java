package com.weelo.dispatch.stores;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The jars of this JVM's class path that Kafka's server needs. Only those: the same list in every
 * module makes one class archive fit all, and a directory on the class path would rule it out.
 *
 * @param jars absolute file names
 */
record KafkaClassPath(List<String> jars) {

  /** Beginnings of file names. Kafka does not start if one is missing. */
  private static final List<String> NEEDED =
      List.of(
          "kafka",
          "scala-",
          "argparse4j-",
          "caffeine-",
          "commons-",
          "hash4j-",
          "HdrHistogram-",
          "jackson-",
          "jopt-simple-",
          "jose4j-",
          "log4j-api-",
          "log4j-core-",
          "logback-",
          "lz4-java-",
          "metrics-core-",
          "pcollections-",
          "re2j-",
          "slf4j-api-",
          "snakeyaml-",
          "snappy-java-",
          "zstd-jni-");

  static KafkaClassPath ofThisJvm() {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    List<String> jars = Stream.of(entries).filter(KafkaClassPath::isNeeded).sorted().toList();
    if (jars.stream().noneMatch(jar -> fileName(jar).startsWith("kafka_"))) {
      throw new StoreFailure("Kafka's jars are not on the class path as files of their own");
    }
    return new KafkaClassPath(jars);
  }

  String value() {
    return String.join(File.pathSeparator, jars);
  }

  /** Differs wherever the jars or the JVM differ. */
  String fingerprint() {
    CRC32 checksum = new CRC32();
    checksum.update(value().getBytes(StandardCharsets.UTF_8));
    checksum.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(checksum.getValue());
  }

  private static boolean isNeeded(String entry) {
    return entry.endsWith(".jar") && NEEDED.stream().anyMatch(fileName(entry)::startsWith);
  }

  private static String fileName(String entry) {
    return Path.of(entry).getFileName().toString();
  }
}
