package com.weelo.dispatch.fcm.http;

import io.netty.handler.codec.http2.Http2SecurityUtil;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A development certificate authority and the one server certificate it ever issued, as PEM files.
 *
 * <p>The authority's key is not kept, so whoever trusts it trusts this one server and nobody else.
 */
public final class DevelopmentCertificates {

  private static final Logger log = LoggerFactory.getLogger(DevelopmentCertificates.class);

  private final Path authority;
  private final Path server;
  private final Path serverKey;

  private DevelopmentCertificates(Path directory) {
    this.authority = directory.resolve("ca.pem");
    this.server = directory.resolve("server.pem");
    this.serverKey = directory.resolve("server-key.pem");
  }

  /**
   * The certificates kept in this directory, made there first where none are that still serve.
   *
   * @throws UncheckedIOException when the directory cannot be read or written
   */
  public static DevelopmentCertificates in(Path directory, Clock clock) {
    var certificates = new DevelopmentCertificates(directory);
    try {
      if (!certificates.serveAt(clock.instant())) {
        Files.createDirectories(directory);
        certificates.keep(ServerIdentity.issue(clock.instant()));
        log.info("Made a development certificate authority: {}", certificates.authority);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Cannot keep certificates in " + directory + ": " + e.getMessage(), e);
    }
    return certificates;
  }

  /** The PEM file of the authority, for clients to trust. */
  public Path authority() {
    return authority;
  }

  /** For a server that offers HTTP/2 and HTTP/1.1. */
  public SslContext serverContext() {
    try {
      return SslContextBuilder.forServer(server.toFile(), serverKey.toFile())
          .sslProvider(SslProvider.JDK)
          .ciphers(Http2SecurityUtil.CIPHERS, SupportedCipherSuiteFilter.INSTANCE)
          .applicationProtocolConfig(
              new ApplicationProtocolConfig(
                  Protocol.ALPN,
                  SelectorFailureBehavior.NO_ADVERTISE,
                  SelectedListenerFailureBehavior.ACCEPT,
                  ApplicationProtocolNames.HTTP_2,
                  ApplicationProtocolNames.HTTP_1_1))
          .build();
    } catch (SSLException e) {
      throw new UncheckedIOException("Cannot serve TLS with " + server, e);
    }
  }

  private boolean serveAt(Instant now) throws IOException {
    if (!Files.exists(authority) || !Files.exists(server) || !Files.exists(serverKey)) {
      return false;
    }
    try (var pem = Files.newInputStream(server)) {
      var certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(pem);
      certificate.checkValidity(Date.from(now));
      return ServerIdentity.namedIn(certificate);
    } catch (CertificateException unusable) {
      log.info("{} is of no more use: {}", server, unusable.getMessage());
      return false;
    }
  }

  private void keep(X509Bundle issued) throws IOException {
    // The authority's file goes first and comes last: where it stands, the others fit it.
    Files.deleteIfExists(authority);
    Files.writeString(serverKey, issued.getPrivateKeyPEM());
    var permissions = Files.getFileAttributeView(serverKey, PosixFileAttributeView.class);
    if (permissions != null) {
      permissions.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
    Files.writeString(server, issued.getCertificatePathPEM());
    Files.writeString(authority, issued.getRootCertificatePEM());
  }
}
