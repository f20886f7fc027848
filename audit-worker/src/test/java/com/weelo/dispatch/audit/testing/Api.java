package com.weelo.dispatch.audit.testing;

import com.weelo.dispatch.testing.ApiAnswer;
import com.weelo.dispatch.testing.ApiClient;
import com.weelo.dispatch.testing.Tokens;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The record as somebody reads it who has a token. */
public final class Api {

  private final ApiClient http;

  public Api(int port) {
    this.http = new ApiClient(port);
  }

  /** As an operator. */
  public ApiAnswer get(String path) {
    return get(Tokens.ops("ops-1"), path);
  }

  public ApiAnswer get(@Nullable String token, String path) {
    return http.get(token, "/audit" + path);
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
