package com.weelo.dispatch.analytics.web;

import com.weelo.dispatch.analytics.live.Broadcasting;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What is going on, told as it happens. */
@RestController
class StreamController {

  private final Broadcasting broadcasting;

  StreamController(Broadcasting broadcasting) {
    this.broadcasting = broadcasting;
  }

  @GetMapping(path = "/api/v1/analytics/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @AllowedRoles(Role.OPS)
  SseEmitter stream() {
    return broadcasting.watch();
  }
}
