package com.weelo.dispatch.notification.fcm;

import com.google.api.client.http.HttpTransport;
import com.google.firebase.internal.ApacheHttp2Transport;
import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP client below Google's SDK. */
final class FcmTransport implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(FcmTransport.class);

  private final CloseableHttpAsyncClient client;
  private volatile boolean closing;

  FcmTransport(FcmProperties properties) {
    this.client =
        HttpAsyncClientBuilder.create()
            .setConnectionManager(connections(properties))
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .setIoReactorExceptionCallback(this::onReactorFailure)
            // The SDK answers a 503 by sleeping and sending again, and can not be told not to. It
            // takes FCM's own code from the body, so the status may differ.
            .addResponseInterceptorLast((response, body, context) -> {
              if (response.getCode() == HttpStatus.SC_SERVICE_UNAVAILABLE) {
                response.setCode(HttpStatus.SC_BAD_GATEWAY);
              }
            })
            .build();
  }

  /** In the form in which the SDK takes it. */
  HttpTransport forSdk() {
    return new ApacheHttp2Transport(client);
  }

  private void onReactorFailure(Exception failure) {
    if (!closing) { // else its connections went while it was looking through them
      log.error("The HTTP client to FCM failed", failure);
    }
  }

  /** Ends all connections at once: one that is told to end first is waited for, used or not. */
  @Override
  public void close() {
    closing = true;
    client.close(CloseMode.IMMEDIATE);
  }

  private static PoolingAsyncClientConnectionManager connections(FcmProperties properties) {
    var pool =
        PoolingAsyncClientConnectionManagerBuilder.create()
            .setMaxConnTotal(properties.connections())
            .setMaxConnPerRoute(properties.connections())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(timeout(properties.connectTimeout()))
                    .setSocketTimeout(timeout(properties.readTimeout()))
                    .setTimeToLive(TimeValue.of(properties.connectionLifetime()))
                    .setValidateAfterInactivity(TimeValue.of(properties.validateAfter()))
                    .build())
            .setDefaultTlsConfig(
                TlsConfig.custom()
                    .setVersionPolicy(HttpVersionPolicy.NEGOTIATE)
                    .setHandshakeTimeout(timeout(properties.connectTimeout()))
                    .build())
            .setTlsStrategy(
                ClientTlsStrategyBuilder.create()
                    .setSslContext(
                        properties.endpoint() == null
                            ? SSLContexts.createSystemDefault()
                            : properties.endpoint().trust())
                    .buildAsync());
    if (properties.endpoint() != null) {
      pool.setDnsResolver(properties.endpoint().names());
    }
    return pool.build();
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.of(duration);
  }
}
