package com.weelo.dispatch.notification.fcm;

import com.weelo.dispatch.fcm.FcmEmulatorSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A way to the emulator on which its first bytes take their time; what follows does not. */
final class SlowLine implements AutoCloseable {

  private final ServerSocket entrance;
  private final int emulator;
  private final Duration delay;
  private volatile boolean left;

  private SlowLine(ServerSocket entrance, int emulator, Duration delay) {
    this.entrance = entrance;
    this.emulator = emulator;
    this.delay = delay;
  }

  static SlowLine to(int emulator, Duration delay) throws IOException {
    var line = new SlowLine(new ServerSocket(0), emulator, delay);
    Thread.ofVirtual().start(line::accept);
    return line;
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Whether a client has closed its connection. */
  boolean isLeft() {
    return left;
  }

  private void accept() {
    try {
      while (true) {
        var client = entrance.accept();
        var server = new Socket(FcmEmulatorSettings.LOOPBACK, emulator);
        Thread.ofVirtual()
            .start(() -> {
              pass(client, server);
              left = true;
            });
        CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS)
            .execute(() -> pass(server, client));
      }
    } catch (IOException closed) {
      // Nobody comes any more.
    }
  }

  private static void pass(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // The other end is closed too.
    }
  }

  @Override
  public void close() throws IOException {
    entrance.close();
  }
}
