package com.weelo.dispatch.testing;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** JSON web tokens as callers of the services bring them, good ones and bad ones. */
public final class Tokens {

  /** The secret of the local suite and of tests, for HS256. */
  public static final String SECRET = "local-development-secret-do-not-use-in-production";

  private static final String OTHER_SECRET = "some-other-secret-which-no-service-was-ever-given";
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Duration LIFETIME = Duration.ofHours(1);

  private Tokens() {}

  public static String customer(String user) {
    return good("customer", user, null);
  }

  public static String transporter(String user) {
    return good("transporter", user, null);
  }

  /** A driver of somebody's fleet. */
  public static String driver(String user, String transporter) {
    return good("driver", user, transporter);
  }

  /** A driver who is its own transporter. */
  public static String ownerDriver(String user) {
    return good("driver", user, null);
  }

  public static String ops(String user) {
    return good("ops", user, null);
  }

  /** Good for so long from now on. */
  public static String lasting(Duration lifetime, String role, String user) {
    return signed(claims(role, user, null, lifetime), SECRET);
  }

  /** Valid but for having ended an hour ago. */
  public static String expired(String role, String user) {
    return signed(claims(role, user, null, LIFETIME.negated()), SECRET);
  }

  /** Valid but for being signed with another secret. */
  public static String forged(String role, String user) {
    return signed(claims(role, user, null, LIFETIME), OTHER_SECRET);
  }

  /** Valid but for not being signed at all: {@code alg} is {@code none}. */
  public static String algNone(String role, String user) {
    return new PlainJWT(claims(role, user, null, LIFETIME)).serialize();
  }

  /** Valid but for never ending. */
  public static String withoutExpiry(String role, String user) {
    return signed(claims(role, user, null, null), SECRET);
  }

  /** Valid but for its role, where that is none of the known ones. */
  public static String withRole(String role, String user) {
    return good(role, user, null);
  }

  private static String good(String role, String user, @Nullable String transporter) {
    return signed(claims(role, user, transporter, LIFETIME), SECRET);
  }

  private static JWTClaimsSet claims(
      String role, String user, @Nullable String transporter, @Nullable Duration lifetime) {
    JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().subject(user).claim("role", role);
    if (transporter != null) {
      claims.claim("transporter_id", transporter);
    }
    if (lifetime != null) {
      claims.expirationTime(Date.from(CLOCK.instant().plus(lifetime)));
    }
    return claims.build();
  }

  private static String signed(JWTClaimsSet claims, String secret) {
    try {
      SignedJWT token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
      token.sign(new MACSigner(secret));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException("A token could not be signed", e);
    }
  }
}
