package com.weelo.dispatch.platform.web;

import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.security.Role;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** A service with a small REST interface: crates that customers put somewhere. */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import(WebTestApplication.Crates.class)
class WebTestApplication {

  record NewCrate(
      @NotBlank String name, @DecimalMax("90") double latitude, @Nullable VehicleType type) {}

  @RestController
  static class Crates {

    private final JdbcTemplate jdbc;
    private final IdempotentRequests requests;

    Crates(JdbcTemplate jdbc, IdempotentRequests requests) {
      this.jdbc = jdbc;
      this.requests = requests;
      jdbc.execute("CREATE TABLE IF NOT EXISTS crates (id serial, owner text, name text)");
    }

    @PostMapping("/crates")
    @AllowedRoles(Role.CUSTOMER)
    ResponseEntity<?> put(
        Caller caller,
        @RequestHeader("Idempotency-Key") Optional<String> key,
        @Valid @RequestBody NewCrate crate) {
      return requests.once(
          caller.userId(),
          key.orElse(null),
          "POST /crates",
          crate,
          () -> {
            var id =
                jdbc.queryForObject(
                    "INSERT INTO crates (owner, name) VALUES (?, ?) RETURNING id",
                    Integer.class,
                    caller.userId().value(),
                    crate.name());
            if (crate.name().equals("unlucky")) {
              throw Problem.conflict("UNLUCKY", "Not this one.");
            }
            return ResponseEntity.status(201).body(Map.of("crateId", String.valueOf(id)));
          });
    }

    @GetMapping("/crates/{number}")
    @AllowedRoles({Role.CUSTOMER, Role.OPS})
    Map<String, Object> look(@PathVariable int number) {
      if (number == 13) {
        throw new IllegalStateException("a secret of the inside");
      }
      throw Problem.notFound("crate");
    }
  }
}
