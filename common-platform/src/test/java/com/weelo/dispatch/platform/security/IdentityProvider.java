package com.weelo.dispatch.platform.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Issues tokens and publishes the keys they are signed with, as an identity provider does. */
final class IdentityProvider implements AutoCloseable {

  static final String ISSUER = "https://identity.example.com";
  static final String AUDIENCE = "weelo-dispatch";

  private final List<RSAKey> published = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private RSAKey current;

  private IdentityProvider(HttpServer server) {
    this.server = server;
    this.current = newKey();
    published.add(current);
  }

  static IdentityProvider start() {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      var provider = new IdentityProvider(server);
      server.createContext(
          "/keys",
          exchange -> {
            var keys = new JWKSet(new ArrayList<>(provider.published)).toString().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
            exchange.close();
          });
      server.start();
      return provider;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String keys() {
    return "http://localhost:%d/keys".formatted(server.getAddress().getPort());
  }

  /** From now on it signs with a new key, and publishes both. */
  void rotate() {
    current = newKey();
    published.add(current);
  }

  /** The claims of a good token, to be made worse. */
  JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("a-customer")
        .claim("role", "customer")
        .expirationTime(in(Duration.ofMinutes(5)));
  }

  static Date in(Duration time) {
    return Date.from(Instant.now().plus(time));
  }

  String sign(JWTClaimsSet.Builder claims) {
    return sign(claims, current);
  }

  /** With a key of somebody who would like to be the provider. */
  String forge(JWTClaimsSet.Builder claims) {
    return sign(claims, newKey());
  }

  private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
    try {
      var header = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build();
      var token = new SignedJWT(header, claims.build());
      token.sign(new RSASSASigner(key));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey newKey() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
