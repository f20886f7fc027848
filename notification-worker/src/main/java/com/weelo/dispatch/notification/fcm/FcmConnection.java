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

  private final HttpTransport transport;
  private final FirebaseApp app;

  private FcmConnection(HttpTransport transport, FirebaseApp app) {
    this.transport = transport;
    this.app = app;
  }

  /**
   * @throws UncheckedIOException where there are no credentials to be found
   */
  public static FcmConnection open(FcmProperties properties) {
    var transport = FcmTransport.of(properties);
    var options =
        FirebaseOptions.builder()
            .setProjectId(properties.projectId())
            .setCredentials(credentials(properties, transport))
            .setHttpTransport(transport)
            .setConnectTimeout(Math.toIntExact(properties.connectTimeout().toMillis()))
            .setReadTimeout(Math.toIntExact(properties.readTimeout().toMillis()))
            .setWriteTimeout(Math.toIntExact(properties.writeTimeout().toMillis()))
            .build();
    // Named, because several may live in one JVM; the SDK keeps them by name.
    var app = FirebaseApp.initializeApp(options, "notification-worker-" + EventIds.next());
    return new FcmConnection(transport, app);
  }

  private static GoogleCredentials credentials(FcmProperties properties, HttpTransport transport) {
    try {
      if (properties.credentials() != null) {
        try (var key = Files.newInputStream(properties.credentials())) {
          return GoogleCredentials.fromStream(key, () -> transport);
        }
      }
      return properties.endpoint() != null
          ? new MadeUpCredentials()
          : GoogleCredentials.getApplicationDefault(() -> transport);
    } catch (IOException e) {
      throw new UncheckedIOException("No credentials for FCM: " + e.getMessage(), e);
    }
  }

  public FirebaseMessaging messaging() {
    return FirebaseMessaging.getInstance(app);
  }

  @Override
  public void close() throws IOException {
    app.delete();
    transport.shutdown();
  }
}
