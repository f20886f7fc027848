package com.weelo.dispatch.notification.emulator;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.core5.ssl.SSLContextBuilder;

/**
 * Where an emulator listens for TLS under the provider's own name.
 *
 * @param certificateAuthority PEM file of the authority that its certificate is checked against
 */
public record Endpoint(
    @NotBlank String host, @Min(1) @Max(65_535) int port, Path certificateAuthority) {

  /** Leads every name there. */
  public DnsResolver names() {
    return new EmulatorNames(this);
  }

  /**
   * Trusts the emulator alone.
   *
   * @throws IllegalStateException where the file holds no certificate
   */
  public SSLContext trust() {
    try (var pem = Files.newInputStream(certificateAuthority)) {
      var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
      trusted.load(null, null);
      trusted.setCertificateEntry(
          "emulator", CertificateFactory.getInstance("X.509").generateCertificate(pem));
      return SSLContextBuilder.create().loadTrustMaterial(trusted, null).build();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(
          "endpoint.certificate-authority is of no use: " + e.getMessage(), e);
    }
  }
}
