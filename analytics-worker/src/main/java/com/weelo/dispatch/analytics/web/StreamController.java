package com.weelo.dispatch.analytics.web;

import com.weelo.dispatch.analytics.live.Broadcasting;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Role;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

  /** What is going on, as server-sent events for the dashboard. */
  @GetMapping(path = "/api/v1/analytics/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @AllowedRoles(Role.OPS)
  @ApiResponse(
      responseCode = "200",
      description = "Events without end",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
              schema = @Schema(type = "string")))
  SseEmitter streamChanges() {
    return broadcasting.watch();
  }
}
