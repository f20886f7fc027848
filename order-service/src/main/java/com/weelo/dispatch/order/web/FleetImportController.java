package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.DRIVER;
import static com.weelo.dispatch.platform.security.Role.TRANSPORTER;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.order.fleet.ImportReport;
import com.weelo.dispatch.order.fleet.ImportingFleet;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.IdempotentRequests;
import com.weelo.dispatch.platform.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** A whole fleet at once, as a file in UTF-8. */
@RestController
@RequestMapping("/api/v1/fleet/import")
class FleetImportController {

  private final ImportingFleet importing;
  private final IdempotentRequests requests;

  FleetImportController(ImportingFleet importing, IdempotentRequests requests) {
    this.importing = importing;
    this.requests = requests;
  }

  /**
   * Registers vehicles and drivers from a CSV file. Bad lines are told of, and the others taken.
   *
   * @param csv in UTF-8
   */
  @PostMapping(consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE})
  @AllowedRoles({TRANSPORTER, DRIVER})
  @ApiResponse(
      responseCode = "200",
      description = "What became of each line",
      content = @Content(schema = @Schema(implementation = ImportReport.class)))
  @Operation(operationId = "importFleet")
  ResponseEntity<?> importFleetFromText(
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @RequestBody byte[] csv) {
    return importFleet(caller, key, csv);
  }

  /**
   * Registers vehicles and drivers from a CSV file. Bad lines are told of, and the others taken.
   *
   * <p>The file comes as a body of its own, or as a browser's form sends it.
   *
   * @param file in UTF-8
   */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @AllowedRoles({TRANSPORTER, DRIVER})
  @ApiResponse(
      responseCode = "200",
      description = "What became of each line",
      content = @Content(schema = @Schema(implementation = ImportReport.class)))
  ResponseEntity<?> importFleet(
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @RequestParam("file") MultipartFile file) {
    try {
      return importFleet(caller, key, file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ResponseEntity<?> importFleet(Caller caller, @Nullable String key, byte[] csv) {
    var owner = ActingTransporter.of(caller);
    var text = text(csv);
    return requests.once(
        caller.userId(),
        key,
        "POST /fleet/import",
        text,
        () -> ResponseEntity.ok(importing.importFleet(owner, text)));
  }

  private static String text(byte[] csv) {
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.invalid("file", "is not UTF-8");
    }
  }
}
