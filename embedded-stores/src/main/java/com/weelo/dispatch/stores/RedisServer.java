package com.weelo.dispatch.stores;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Redis 7, which writes to disk only if its data is to be kept. */
final class RedisServer implements Server {

  static final String NAME = "redis";

  private static final String BINARY = "redis-server";
  private static final int PATIENCE_MILLIS = 1_000;

  private final Stores.Redis address;
  private final boolean keepData;
  private final StoresDirectory directory;
  private final BinaryCache binaries;

  RedisServer(
      Stores.Redis address, boolean keepData, StoresDirectory directory, BinaryCache binaries) {
    this.address = address;
    this.keepData = keepData;
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
  public void prepare() {
    // An append-only file whose end a crash has torn off is repaired by Redis itself.
  }

  @Override
  public List<String> command() throws IOException {
    Path folder = binaries.folder(Platform.current().redisBinary(), RedisServer::unpack);
    return List.of(
        folder.resolve(BINARY).toString(),
        "--bind",
        address.host(),
        "--port",
        Integer.toString(address.port()),
        "--dir",
        directory.of(name()).toString(),
        "--save",
        "",
        "--appendonly",
        keepData ? "yes" : "no",
        "--maxmemory-policy",
        "noeviction");
  }

  @Override
  public boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address.host(), address.port()), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes("+PONG".length());
      return new String(answer, StandardCharsets.US_ASCII).equals("+PONG");
    } catch (IOException notYet) {
      return false;
    }
  }

  private static void unpack(InputStream binary, Path folder) throws IOException {
    Path file = folder.resolve(BINARY);
    Files.copy(binary, file);
    TarXz.makeExecutable(file);
  }
}
