package com.weelo.dispatch.notification.sms;

import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import com.twilio.http.TwilioRestClient;
import com.weelo.dispatch.notification.emulator.Endpoint;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.util.Timeout;

/**
 * Twilio's client on an HTTP client of our own, which asks once: the one that comes with it would
 * try again by itself, and so send twice.
 */
final class TwilioClient extends NetworkHttpClient {

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

  /** Too much was sent. Thrown past the client, which would drop the answer's headers. */
  static final class TooManyRequests extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    TooManyRequests(Duration retryAfter) {
      super("429", null, false, false);
      this.retryAfter = retryAfter;
    }

    Duration retryAfter() {
      return retryAfter;
    }
  }

  private TwilioClient(HttpClientBuilder http) {
    super(http);
  }

  static TwilioRestClient of(SmsProperties properties, String accountSid) {
    return new TwilioRestClient.Builder(accountSid, properties.authToken())
        .accountSid(accountSid)
        .httpClient(new TwilioClient(http(properties)))
        .build();
  }

  private static HttpClientBuilder http(SmsProperties properties) {
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setMaxConnTotal(properties.connections())
            .setMaxConnPerRoute(properties.connections())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(Timeout.of(properties.connectTimeout()))
                    .setSocketTimeout(Timeout.of(properties.readTimeout()))
                    .build());
    var emulator = properties.endpoint();
    if (emulator != null) {
      lead(connections, emulator);
    }
    return HttpClientBuilder.create()
        .setConnectionManager(connections.build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setResponseTimeout(Timeout.of(properties.readTimeout()))
                .setConnectionRequestTimeout(Timeout.of(properties.readTimeout()))
                .build())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement();
  }

  private static void lead(PoolingHttpClientConnectionManagerBuilder to, Endpoint emulator) {
    to.setDnsResolver(emulator.names())
        .setTlsSocketStrategy(
            ClientTlsStrategyBuilder.create()
                .setSslContext(emulator.trust())
                // It is trusted by its own authority, which signs nobody else.
                .setHostVerificationPolicy(HostnameVerificationPolicy.CLIENT)
                .setHostnameVerifier(NoopHostnameVerifier.INSTANCE)
                .buildClassic());
  }

  @Override
  public Response reliableRequest(Request request) {
    var response = makeRequest(request);
    if (response.getStatusCode() == HttpStatus.SC_TOO_MANY_REQUESTS) {
      throw new TooManyRequests(retryAfter(response));
    }
    return response;
  }

  private static Duration retryAfter(Response response) {
    var headers = response.getHeaders();
    return headers == null
        ? Duration.ZERO
        : Arrays.stream(headers)
            .filter(header -> header.getName().equalsIgnoreCase("retry-after"))
            .map(header -> header.getValue().strip())
            .filter(value -> SECONDS.matcher(value).matches())
            .map(value -> Duration.ofSeconds(Long.parseLong(value)))
            .findFirst()
            .orElse(Duration.ZERO);
  }
}
