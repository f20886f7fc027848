package com.weelo.dispatch.testing.api;

import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** What every answer says to browsers, and what none says to anybody. */
final class SecurityHeaders {

  private SecurityHeaders() {}

  /** What is wrong with an answer's headers. */
  static List<String> flaws(String path, HttpHeaders headers) {
    var flaws = new ArrayList<String>();
    mustSay(flaws, headers, "X-Content-Type-Options", "nosniff");
    mustSay(flaws, headers, "X-Frame-Options", "DENY");
    mustSay(flaws, headers, "Content-Security-Policy", "default-src 'none'");
    if (path.startsWith("/api/")) {
      mustSay(flaws, headers, "Cache-Control", "no-store");
    }
    for (var telltale : List.of("Server", "X-Powered-By")) {
      headers.firstValue(telltale).ifPresent(value -> flaws.add(telltale + " tells: " + value));
    }
    return flaws;
  }

  private static void mustSay(
      List<String> flaws, HttpHeaders headers, String name, String something) {
    var said = headers.firstValue(name).orElse("");
    if (!said.contains(something)) {
      flaws.add("%s lacks %s: \"%s\"".formatted(name, something, said));
    }
  }
}
