package com.weelo.dispatch.fcm;

import static com.weelo.dispatch.fcm.FcmEmulatorSettings.onFreePorts;
import static java.nio.file.attribute.PosixFilePermission.OWNER_READ;
import static java.nio.file.attribute.PosixFilePermission.OWNER_WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.fcm.http.DevelopmentCertificates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificateTests {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "127.0.0.1",
        "fcm-emulator",
        "fcm.googleapis.com",
        "oauth2.googleapis.com"
      })
  void whoTrustsTheAuthorityTrustsTheEmulatorUnderEachOfItsNames(String name) throws IOException {
    try (var emulator = FcmEmulator.start(onFreePorts(directory))) {
      assertThat(handshake(emulator, name)).startsWith("TLSv1.");
    }
  }

  @Test
  void aSecondStartServesWhatTheFirstOneMade() throws IOException {
    Path kept = directory.resolve("made/on/the/way");
    FcmEmulator.start(onFreePorts(kept)).close();
    byte[] authority = Files.readAllBytes(kept.resolve("ca.pem"));

    try (var emulator = FcmEmulator.start(onFreePorts(kept))) {
      assertThat(emulator.certificateAuthority()).hasBinaryContent(authority);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ca.pem", "server.pem", "server-key.pem"})
  void certificatesThatAreIncompleteAreMadeAnew(String missing) throws IOException {
    FcmEmulator.start(onFreePorts(directory)).close();
    Files.delete(directory.resolve(missing));

    try (var emulator = FcmEmulator.start(onFreePorts(directory))) {
      assertThat(handshake(emulator, "localhost")).startsWith("TLSv1.");
    }
  }

  @Test
  void aDamagedCertificateIsMadeAnew() throws IOException {
    FcmEmulator.start(onFreePorts(directory)).close();
    Files.writeString(directory.resolve("server.pem"), "damaged");

    try (var emulator = FcmEmulator.start(onFreePorts(directory))) {
      assertThat(handshake(emulator, "localhost")).startsWith("TLSv1.");
    }
  }

  @Test
  void anExpiredCertificateIsMadeAnew() throws IOException {
    Clock longAgo = Clock.fixed(Instant.parse("2001-01-01T00:00:00Z"), ZoneOffset.UTC);
    DevelopmentCertificates.in(directory, longAgo);

    try (var emulator = FcmEmulator.start(onFreePorts(directory))) {
      assertThat(handshake(emulator, "localhost")).startsWith("TLSv1.");
    }
  }

  @Test
  void theKeyIsForItsOwnerAlone() throws IOException {
    FcmEmulator.start(onFreePorts(directory)).close();

    assertThat(Files.getPosixFilePermissions(directory.resolve("server-key.pem")))
        .containsExactlyInAnyOrder(OWNER_READ, OWNER_WRITE);
  }

  /** The version of TLS; fails as a client would that checks authority and name. */
  private static String handshake(FcmEmulator emulator, String name) throws IOException {
    var tls = Trust.in(emulator.certificateAuthority()).getSocketFactory();
    var plain = new Socket(InetAddress.getLoopbackAddress(), emulator.port());
    try (var socket = (SSLSocket) tls.createSocket(plain, name, emulator.port(), true)) {
      var parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket.getSession().getProtocol();
    }
  }
}
