package com.weelo.dispatch.notification.fcm;

import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import java.time.Instant;
import java.util.Date;

/** For an emulator, which asks for a token, whichever. */
final class MadeUpCredentials extends GoogleCredentials {

  private static final long serialVersionUID = 1L;

  private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

  @Override
  public AccessToken refreshAccessToken() {
    return new AccessToken("made-up", Date.from(NEVER));
  }
}
