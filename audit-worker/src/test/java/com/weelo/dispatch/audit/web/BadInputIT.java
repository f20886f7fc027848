package com.weelo.dispatch.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.audit.AuditTest;
import com.weelo.dispatch.audit.testing.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@AuditTest
class BadInputIT {

  private final Api api;

  BadInputIT(@LocalServerPort int port) {
    this.api = new Api(port);
  }

  @ParameterizedTest
  @CsvSource({
    "?from=2026-03-02T12:00:00Z&to=2026-03-02T11:00:00Z, from",
    "?from=2016-03-02T12:00:00Z&to=2026-03-02T12:00:00Z, from",
    "?from=2016-03-02T12:00:00Z, from",
    "?from=yesterday, from",
    "?to=2026-13-01T00:00:00Z, to",
    "?to=%2B20000-01-01T00:00:00Z, to",
    "?cursor=xyz, cursor",
    "?cursor=%00, cursor",
    "?cursor=AAAA, cursor",
    "?limit=0, limit",
    "?limit=1001, limit",
    "?limit=many, limit",
    "?entity=, entity",
    "/export, from",
    "/export?from=2016-03-02T12:00:00Z, from",
    "/export?from=never, from",
    "/verify?from=2026-03-02T12:00:00Z&to=2026-03-02T11:00:00Z, from",
    "/verify?from=now, from"
  })
  void what_is_wrong_is_named(String path, String field) {
    var answer = api.get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("VALIDATION_FAILED");
    assertThat(answer.badFields()).containsExactly(field);
  }

  @Test
  void what_is_too_long_to_be_an_id_is_none() {
    var id = "x".repeat(129);

    assertThat(api.get("?entity=" + id).badFields()).containsExactly("entity");
    assertThat(api.get("?type=" + id).badFields()).containsExactly("type");
    assertThat(api.get("?actor=" + id).badFields()).containsExactly("actor");
    assertThat(api.get("/entities/" + id).badFields()).containsExactly("id");
  }

  @Test
  void a_zero_byte_is_no_trouble() {
    assertThat(api.get("?entity=a%00b").status()).isIn(200, 400);
    assertThat(api.get("?type=a%00b").status()).isEqualTo(400);
    assertThat(api.get("?actor=a%00b").status()).isEqualTo(400);
  }
}
