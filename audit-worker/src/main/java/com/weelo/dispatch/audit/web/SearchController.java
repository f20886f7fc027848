package com.weelo.dispatch.audit.web;

import com.weelo.dispatch.audit.AuditProperties;
import com.weelo.dispatch.audit.searching.Filter;
import com.weelo.dispatch.audit.searching.Page;
import com.weelo.dispatch.audit.searching.SearchingRecords;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was recorded, for operators to look at. */
@RestController
@RequestMapping("/api/v1/audit")
class SearchController {

  /** What a database can look for. */
  static final String TEXT = "[^\\x00]{1,128}";

  private final SearchingRecords records;
  private final Looks looks;
  private final AuditProperties properties;
  private final Clock clock;

  SearchController(SearchingRecords records, Looks looks, AuditProperties properties, Clock clock) {
    this.records = records;
    this.looks = looks;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * What was recorded, newest first. The look is recorded too.
   *
   * @param from the start
   * @param to the end
   * @param entity only what is about this id
   * @param type only events of this type
   * @param actor only what this user made happen
   */
  @GetMapping
  @AllowedRoles(Role.OPS)
  Page searchRecords(
      Caller caller,
      @RequestParam(required = false) @Pattern(regexp = TEXT) @Nullable String entity,
      @RequestParam(required = false) @Pattern(regexp = TEXT) @Nullable String type,
      @RequestParam(required = false) @Pattern(regexp = TEXT) @Nullable String actor,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String to,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "100") @Min(1) @Max(1_000) int limit) {
    var filter = new Filter(entity, type, actor, Times.parse("from", from), Times.parse("to", to));
    Times.check(filter.from(), filter.to(), properties.longestRange(), clock);
    looks.note(caller, "audit.searched", filter.details());
    return records.newest(filter, cursor, limit);
  }

  /**
   * The whole history of a booking, order, driver or whatever has an id, oldest first.
   *
   * <p>The look is recorded too.
   *
   * @param id whose history
   */
  @GetMapping("/entities/{id}")
  @AllowedRoles(Role.OPS)
  Page getHistory(
      Caller caller,
      @PathVariable @Pattern(regexp = TEXT) String id,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "1000") @Min(1) @Max(1_000) int limit) {
    var filter = Filter.of(id);
    looks.note(caller, "audit.history_viewed", id, filter.details());
    return records.history(id, cursor, limit);
  }
}
