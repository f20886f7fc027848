package com.weelo.dispatch.platform.stopping;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells clients with their answer to connect anew for the next request: behind a balancer of
 * connections they come to another instance that way.
 */
final class DrainingFilter extends OncePerRequestFilter {

  private final Draining draining;

  DrainingFilter(Draining draining) {
    this.draining = draining;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (draining.isBegun()) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
    }
    chain.doFilter(request, response);
  }
}
