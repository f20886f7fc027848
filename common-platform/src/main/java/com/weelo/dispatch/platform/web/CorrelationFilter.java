package com.weelo.dispatch.platform.web;

import com.weelo.dispatch.platform.observability.Correlation;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Binds the correlation of a request, and tells the client which one it was. */
final class CorrelationFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var correlation = Correlation.ofRequest(request.getHeader(Correlation.HTTP_HEADER));
    response.setHeader(Correlation.HTTP_HEADER, correlation.correlationId());
    try {
      correlation.<Exception>run(() -> chain.doFilter(request, response));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }
}
