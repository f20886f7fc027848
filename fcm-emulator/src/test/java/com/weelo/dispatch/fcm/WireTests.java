package com.weelo.dispatch.fcm;

import static com.weelo.dispatch.fcm.Sender.messageTo;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What well-behaved clients never show: read and written byte by byte. */
class WireTests {

  private static final int SETTINGS_FRAME = 4;
  private static final int MAX_CONCURRENT_STREAMS = 3;

  @TempDir static Path certificates;

  private FcmEmulator emulator;

  @BeforeEach
  void start() {
    emulator = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(certificates));
  }

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void oneHttp2ConnectionMayHave100Streams() throws IOException {
    try (var socket = connect("h2")) {
      socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII));
      socket.getOutputStream().write(new byte[] {0, 0, 0, SETTINGS_FRAME, 0, 0, 0, 0, 0});
      var in = new DataInputStream(socket.getInputStream());

      int length = in.readUnsignedShort() << 8 | in.readUnsignedByte();
      assertThat(in.readUnsignedByte()).isEqualTo(SETTINGS_FRAME);
      in.skipNBytes(5); // flags and stream
      var settings = new HashMap<Integer, Integer>();
      for (int read = 0; read < length; read += 6) {
        settings.put(in.readUnsignedShort(), in.readInt());
      }

      assertThat(settings).containsEntry(MAX_CONCURRENT_STREAMS, 100);
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInTheirOrderThoughTheFirstIsLate() throws IOException {
    emulator.fail(Fault.delaying(Duration.ofMillis(100)).forToken("phone-1"));
    emulator.fail(Fault.answering(FcmErrorCode.UNREGISTERED).forToken("phone-2"));

    try (var socket = connect("http/1.1")) {
      String both =
          request(messageTo("phone-1"), "keep-alive") + request(messageTo("phone-2"), "close");
      socket.getOutputStream().write(both.getBytes(US_ASCII));
      var lines =
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).lines();

      assertThat(lines.filter(line -> line.contains("HTTP/1.1 ")))
          .satisfiesExactly(
              first -> assertThat(first).endsWith("200 OK"),
              second -> assertThat(second).endsWith("404 Not Found"));
    }
  }

  @Test
  void anEndedEmulatorEndsItsConnections() throws IOException {
    try (var socket = connect("http/1.1")) {
      emulator.close();

      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  private static String request(String body, String connection) {
    return """
    POST /v1/projects/weelo/messages:send HTTP/1.1\r
    Host: localhost\r
    Authorization: Bearer let-me-in\r
    Connection: %s\r
    Content-Length: %d\r
    \r
    %s\
    """
        .formatted(connection, body.length(), body);
  }

  private SSLSocket connect(String protocol) throws IOException {
    var tls = Trust.in(emulator.certificateAuthority()).getSocketFactory();
    var socket = (SSLSocket) tls.createSocket("localhost", emulator.port());
    socket.setSoTimeout(60_000);
    var parameters = socket.getSSLParameters();
    parameters.setApplicationProtocols(new String[] {protocol});
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }
}
