package com.weelo.dispatch.fcm;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;

/** The answer of an OAuth 2 token endpoint (RFC 6749, 5.1). */
record AccessToken(
    @JsonProperty("access_token") String accessToken,
    @JsonProperty("expires_in") int expiresInSeconds,
    @JsonProperty("token_type") String tokenType) {

  private static final int LIFETIME_SECONDS = 3599;

  static AccessToken next() {
    return new AccessToken("emulated." + UUID.randomUUID(), LIFETIME_SECONDS, "Bearer");
  }
}
