package com.weelo.dispatch.audit.web;

import com.weelo.dispatch.audit.AuditProperties;
import com.weelo.dispatch.audit.searching.Filter;
import com.weelo.dispatch.audit.searching.SearchingRecords;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** What was recorded, for taking away: one JSON object a line, however many. */
@RestController
@RequestMapping("/api/v1/audit/export")
class ExportController {

  static final String MEDIA_TYPE = "application/x-ndjson";

  private final SearchingRecords records;
  private final Looks looks;
  private final AuditProperties properties;
  private final JsonMapper json;
  private final Clock clock;

  ExportController(
      SearchingRecords records,
      Looks looks,
      AuditProperties properties,
      JsonMapper json,
      Clock clock) {
    this.records = records;
    this.looks = looks;
    this.properties = properties;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What was recorded, for taking away: one JSON object a line, however many.
   *
   * <p>The last line says how many there were, and whether that is all. The look is recorded too.
   *
   * @param from the start
   * @param to the end, now where it is left out
   * @param entity only what is about this id
   * @param type only events of this type
   * @param actor only what this user made happen
   */
  @GetMapping
  @AllowedRoles(Role.OPS)
  @ApiResponse(
      responseCode = "200",
      description = "A record a line, and a last line",
      content = @Content(mediaType = MEDIA_TYPE, schema = @Schema(type = "string")))
  void exportRecords(
      Caller caller,
      @RequestParam String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Pattern(regexp = SearchController.TEXT)
          @Nullable String entity,
      @RequestParam(required = false) @Pattern(regexp = SearchController.TEXT)
          @Nullable String type,
      @RequestParam(required = false) @Pattern(regexp = SearchController.TEXT)
          @Nullable String actor,
      HttpServletResponse response)
      throws IOException {
    var filter = new Filter(entity, type, actor, Times.parse("from", from), Times.parse("to", to));
    Times.check(filter.from(), filter.to(), properties.longestRange(), clock);
    looks.note(caller, "audit.exported", filter.details());
    response.setContentType(MEDIA_TYPE);
    new LineWriter(json, response.getOutputStream())
        .write(lines -> records.each(filter, lines::line));
  }
}
