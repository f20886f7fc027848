package com.weelo.dispatch.platform.stopping;

import java.time.Duration;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * Tomcat's HTTP, which can get rid of connections that nobody uses at the moment. As it stops,
 * Tomcat keeps those and answers whatever comes over one of them with 503.
 */
public final class LeavableProtocol extends Http11NioProtocol {

  /**
   * Closes connections once they were idle for so long, those that are idle already too. Each
   * before long, and while its client can make another: who finds a connection closed before it
   * sends anything just does so.
   */
  void closeIdleAfter(Duration idle) {
    var millis = Math.toIntExact(idle.toMillis());
    setKeepAliveTimeout(millis);
    getEndpoint().getConnections().forEach(connection -> connection.setReadTimeout(millis));
  }
}
