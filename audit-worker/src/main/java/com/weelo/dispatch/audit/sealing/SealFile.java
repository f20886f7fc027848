package com.weelo.dispatch.audit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Seals written down where whoever owns the database does not reach: one JSON object a line, oldest
 * first, each on the disk before the next is made.
 */
public final class SealFile {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int NEWLINE = '\n';

  private final Path file;

  public SealFile(Path file) {
    this.file = file;
  }

  /** A seal as it stands in the file. */
  private record Line(
      long number,
      String sealedAt,
      String previous,
      int chains,
      String root,
      String publicKey,
      String signature) {

    static Line of(Seal seal) {
      return new Line(
          seal.number(),
          seal.sealedAt().toString(),
          text(seal.previous()),
          seal.chains(),
          text(seal.root()),
          text(seal.publicKey()),
          text(seal.signature()));
    }

    private static String text(byte[] bytes) {
      return Base64.getEncoder().encodeToString(bytes);
    }
  }

  /** The number of the last seal that was written down whole. */
  OptionalLong last() {
    try (var seals = read()) {
      var last = OptionalLong.empty();
      for (var seal = seals.next(); seal != null; seal = seals.next()) {
        last = OptionalLong.of(seal.number());
      }
      return last;
    }
  }

  /** A crash may have left half a line: what is appended begins a new one. */
  void append(List<Seal> seals) {
    var lines = new StringBuilder();
    seals.forEach(seal -> lines.append(JSON.writeValueAsString(Line.of(seal))).append('\n'));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (var channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        channel.position(channel.size());
        if (endsInHalfALine(channel)) {
          lines.insert(0, '\n');
        }
        var bytes = ByteBuffer.wrap(lines.toString().getBytes(UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean endsInHalfALine(FileChannel channel) throws IOException {
    if (channel.size() == 0) {
      return false;
    }
    var end = ByteBuffer.allocate(1);
    channel.read(end, channel.size() - 1);
    return end.get(0) != NEWLINE;
  }

  /**
   * Reads what the file holds by now, one seal after the other; nothing where there is none yet.
   */
  public Reader read() {
    try {
      return new Reader(Files.exists(file) ? byNow() : null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BufferedReader byNow() throws IOException {
    long size = Files.size(file);
    return new BufferedReader(
        new InputStreamReader(new LimitedInput(Files.newInputStream(file), size), UTF_8));
  }

  /** As much of a file as was there when reading began. */
  private static final class LimitedInput extends FilterInputStream {
    private long left;

    LimitedInput(InputStream all, long left) {
      super(all);
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      return left-- > 0 ? super.read() : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = super.read(bytes, from, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }
  }

  /** Passes over lines that hold no seal, such as half ones. */
  public static final class Reader implements AutoCloseable {

    private final @Nullable BufferedReader lines;
    private final @Nullable Iterator<String> iterator;

    private Reader(@Nullable BufferedReader lines) {
      this.lines = lines;
      this.iterator = lines == null ? null : lines.lines().iterator();
    }

    /**
     * @return null at the end
     */
    public @Nullable Seal next() {
      while (iterator != null && iterator.hasNext()) {
        var seal = parse(iterator.next());
        if (seal != null) {
          return seal;
        }
      }
      return null;
    }

    private static @Nullable Seal parse(String line) {
      try {
        var seal = JSON.readTree(line);
        return new Seal(
            seal.required("number").asLong(),
            Instant.parse(seal.required("sealedAt").asString()),
            bytes(seal, "previous"),
            seal.required("chains").asInt(),
            bytes(seal, "root"),
            bytes(seal, "publicKey"),
            bytes(seal, "signature"));
      } catch (JacksonException | IllegalArgumentException | java.time.DateTimeException e) {
        return null;
      }
    }

    private static byte[] bytes(JsonNode seal, String field) {
      return Base64.getDecoder().decode(seal.required(field).asString());
    }

    @Override
    public void close() {
      if (lines != null) {
        try {
          lines.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
