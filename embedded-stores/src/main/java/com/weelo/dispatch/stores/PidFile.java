package com.weelo.dispatch.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Remembers a process beyond the life of the JVM that knew it. The moment of its start is kept
 * beside its id, because ids are given out again.
 */
record PidFile(Path path) {

  /** The kernel's boot time, from which start times are reckoned, is known to the second only. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  void write(ProcessHandle process) throws IOException {
    Files.writeString(path, process.pid() + " " + startOf(process).toEpochMilli());
  }

  /** The process it names, if it still runs. */
  Optional<ProcessHandle> process() throws IOException {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    String[] fields = Files.readString(path).strip().split(" ");
    if (fields.length != 2) {
      return Optional.empty();
    }
    Instant start = Instant.ofEpochMilli(Long.parseLong(fields[1]));
    return ProcessHandle.of(Long.parseLong(fields[0]))
        .filter(found -> !ProcessTree.isGone(found))
        .filter(found -> isSameMoment(startOf(found), start));
  }

  void delete() throws IOException {
    Files.deleteIfExists(path);
  }

  boolean exists() {
    return Files.exists(path);
  }

  private static boolean isSameMoment(Instant one, Instant other) {
    return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
  }

  private static Instant startOf(ProcessHandle process) {
    return process.info().startInstant().orElse(Instant.EPOCH);
  }
}
