package com.weelo.dispatch.platform.web;

import com.weelo.dispatch.platform.redis.UserRateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Slows down users who call too often. Runs after the security chain, which knows them. */
final class RateLimitFilter extends OncePerRequestFilter {

  private final UserRateLimits limits;
  private final Set<String> exempt;
  private final ProblemWriter problems;

  RateLimitFilter(UserRateLimits limits, Set<String> exempt, ProblemWriter problems) {
    this.limits = limits;
    this.exempt = exempt;
    this.problems = problems;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return exempt.contains(request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (SecurityContextHolder.getContext().getAuthentication()
        instanceof JwtAuthenticationToken t) {
      var wait = limits.tryCall(t.getName());
      if (wait.isPositive()) {
        problems.write(
            response,
            new Problem(HttpStatus.TOO_MANY_REQUESTS, "RATE_LIMITED", "Too many calls; slow down.")
                .header(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds())));
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
