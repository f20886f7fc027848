package com.weelo.dispatch.fcm.http;

import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.CertificateBuilder.KeyUsage;
import io.netty.pkitesting.X509Bundle;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who the server says it is: the names in its certificate, and how one is issued. */
final class ServerIdentity {

  private static final Set<String> DNS_NAMES =
      Set.of("localhost", "fcm-emulator", "fcm.googleapis.com", "oauth2.googleapis.com");
  private static final String IP_ADDRESS = "127.0.0.1";
  private static final Duration LIFETIME = Duration.ofDays(5 * 365);

  private ServerIdentity() {}

  /** A server certificate with its key, below a new certificate authority. */
  static X509Bundle issue(Instant now) {
    try {
      X509Bundle authority =
          validFrom(now)
              .subject("CN=Weelo Dispatch development CA")
              .setIsCertificateAuthority(true)
              .setKeyUsage(true, KeyUsage.keyCertSign)
              .buildSelfSigned();
      CertificateBuilder server =
          validFrom(now)
              .subject("CN=Weelo Dispatch FCM emulator")
              .addSanIpAddress(IP_ADDRESS)
              .setKeyUsage(true, KeyUsage.digitalSignature)
              .addExtendedKeyUsageServerAuth();
      DNS_NAMES.forEach(server::addSanDnsName);
      return server.buildIssuedBy(authority);
    } catch (Exception e) {
      throw new IllegalStateException("Cannot make a certificate", e);
    }
  }

  static boolean namedIn(X509Certificate certificate) throws CertificateParsingException {
    Collection<List<?>> kindsAndNames = certificate.getSubjectAlternativeNames();
    return kindsAndNames != null
        && kindsAndNames.stream()
            .map(List::getLast)
            .collect(Collectors.toSet())
            .containsAll(DNS_NAMES);
  }

  private static CertificateBuilder validFrom(Instant now) {
    return new CertificateBuilder()
        .ecp256()
        .notBefore(now.minus(Duration.ofDays(1)))
        .notAfter(now.plus(LIFETIME));
  }
}
