package com.weelo.dispatch.platform.security;

import com.weelo.dispatch.events.TransporterId;
import com.weelo.dispatch.events.UserId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.Jwt;

/**
 * Who calls, as a verified token says. Controllers take it as a parameter.
 *
 * @param fleet the transporter a driver drives for; null for everybody else
 */
public record Caller(UserId userId, Role role, @Nullable TransporterId fleet) {

  private static final String ROLE = "role";
  private static final String TRANSPORTER_ID = "transporter_id";

  /**
   * @throws IllegalArgumentException where the token lacks a subject or names no known role
   */
  public static Caller of(Jwt token) {
    var subject = token.getSubject();
    var role = token.getClaimAsString(ROLE);
    if (subject == null || role == null) {
      throw new IllegalArgumentException("the token lacks sub or role");
    }
    var fleet = token.getClaimAsString(TRANSPORTER_ID);
    return new Caller(
        new UserId(subject),
        Role.ofCode(role).orElseThrow(() -> new IllegalArgumentException("unknown role")),
        fleet == null ? null : new TransporterId(fleet));
  }

  /** Whose truck it is: the fleet's where the caller drives for one, else the caller's own. */
  public TransporterId transporterId() {
    return fleet != null ? fleet : new TransporterId(userId.value());
  }

  /** Transporters and owner-drivers decide about jobs; a fleet's driver does not. */
  public boolean actsForTransporter() {
    return switch (role) {
      case TRANSPORTER -> true;
      case DRIVER -> transporterId().asUser().equals(userId);
      case CUSTOMER, OPS -> false;
    };
  }

  public boolean is(Role wanted) {
    return role == wanted;
  }
}
