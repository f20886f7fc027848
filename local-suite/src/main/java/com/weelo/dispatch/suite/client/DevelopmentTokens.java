package com.weelo.dispatch.suite.client;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.weelo.dispatch.platform.security.Role;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** Issues tokens as an identity provider would, signed with the secret of a development suite. */
public final class DevelopmentTokens {

  /** What the local suite's services trust where {@value #SECRET_VARIABLE} does not say. */
  public static final String DEFAULT_SECRET = "local-development-secret-do-not-use-in-production";

  /** The environment variable that holds another secret. */
  public static final String SECRET_VARIABLE = "DISPATCH_JWT_SECRET";

  private final MACSigner signer;
  private final Clock clock;
  private final Duration lifetime;

  /**
   * @param secret at least 32 bytes long
   * @param lifetime of the tokens from their issue
   * @throws IllegalArgumentException where the secret is too short for HS256
   */
  public DevelopmentTokens(String secret, Clock clock, Duration lifetime) {
    try {
      this.signer = new MACSigner(secret);
    } catch (JOSEException e) {
      throw new IllegalArgumentException("the secret has less than 32 bytes", e);
    }
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** The secret of the environment, or the default one. */
  public static String secret() {
    return System.getenv().getOrDefault(SECRET_VARIABLE, DEFAULT_SECRET);
  }

  public String customer(String user) {
    return issue(Role.CUSTOMER, user, null);
  }

  /** A driver who is its own transporter. */
  public String ownerDriver(String user) {
    return issue(Role.DRIVER, user, null);
  }

  public String transporter(String user) {
    return issue(Role.TRANSPORTER, user, null);
  }

  public String ops(String user) {
    return issue(Role.OPS, user, null);
  }

  /**
   * @param transporter whom a driver drives for; null for everybody else
   */
  public String issue(Role role, String user, @Nullable String transporter) {
    var claims =
        new JWTClaimsSet.Builder()
            .subject(user)
            .claim("role", role.code())
            .expirationTime(Date.from(clock.instant().plus(lifetime)));
    if (transporter != null) {
      claims.claim("transporter_id", transporter);
    }
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims.build());
    try {
      token.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException("a token could not be signed", e);
    }
    return token.serialize();
  }
}
