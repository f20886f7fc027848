package com.weelo.dispatch.notification.fcm;

import com.google.api.client.http.HttpTransport;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import com.weelo.dispatch.events.EventIds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** Google's SDK, set up for one project, with its HTTP client. */
public final class FcmConnection implements AutoCloseable {

  private final FcmTransport transport;
  private final FirebaseApp app;

  private FcmConnection(FcmTransport transport, FirebaseApp app) {
    this.transport = transport;
    this.app = app;
  }

  /**
   * @throws UncheckedIOException where there are no credentials to be found
   */
  public static FcmConnection open(FcmProperties properties) {
    var transport = new FcmTransport(properties);
    var http = transport.forSdk();
    var options =
        FirebaseOptions.builder()
            .setProjectId(properties.projectId())
            .setCredentials(credentials(properties, http))
            .setHttpTransport(http)
            .setConnectTimeout(Math.toIntExact(properties.connectTimeout().toMillis()))
            .setReadTimeout(Math.toIntExact(properties.readTimeout().toMillis()))
            // No write timeout: at its end the SDK reports a failure, and lets its client send the
            // message all the same. At the read timeout's, which covers writing too, it cancels.
            .build();
    // Named, because several may live in one JVM; the SDK keeps them by name.
    var app = FirebaseApp.initializeApp(options, "notification-worker-" + EventIds.next());
    return new FcmConnection(transport, app);
  }

  private static GoogleCredentials credentials(FcmProperties properties, HttpTransport http) {
    try {
      if (properties.credentials() != null) {
        try (var key = Files.newInputStream(properties.credentials())) {
          return GoogleCredentials.fromStream(key, () -> http);
        }
      }
      return properties.endpoint() != null
          ? new MadeUpCredentials()
          : GoogleCredentials.getApplicationDefault(() -> http);
    } catch (IOException e) {
      throw new UncheckedIOException("No credentials for FCM: " + e.getMessage(), e);
    }
  }

  public FirebaseMessaging messaging() {
    return FirebaseMessaging.getInstance(app);
  }

  /** To be called when nobody sends any more. */
  @Override
  public void close() {
    app.delete();
    transport.close();
  }
}
