package com.weelo.dispatch.platform.security;

import com.weelo.dispatch.platform.web.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Holds every REST method to its {@link AllowedRoles}. */
final class RoleInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod method) {
      var allowed = method.getMethodAnnotation(AllowedRoles.class);
      if (allowed != null
          && !Arrays.asList(allowed.value()).contains(CallerResolver.caller().role())) {
        throw Problem.forbidden("This call is not for your role.");
      }
    }
    return true;
  }
}
