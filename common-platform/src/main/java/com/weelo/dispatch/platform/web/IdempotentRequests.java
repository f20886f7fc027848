package com.weelo.dispatch.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.UserId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has a request with an {@code Idempotency-Key} take effect once. The key is written first, in the
 * transaction of the effect: a concurrent twin waits there until the first one commits, and is then
 * given its answer. An effect that fails takes its key back with it, so the client may try again.
 */
public final class IdempotentRequests {

  /** The header in which clients give their key. */
  public static final String HEADER = "Idempotency-Key";

  /** The header that tells a repeated answer from a first one. */
  public static final String REPLAYED = "Idempotency-Replayed";

  private static final int LONGEST_KEY = 255;

  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final JsonMapper json;

  public IdempotentRequests(
      JdbcTemplate jdbc, TransactionOperations transactions, JsonMapper json) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
  }

  /**
   * Runs the effect in a transaction, or gives the answer it had before.
   *
   * @param key from {@link #HEADER}; null runs the effect without any of this
   * @param operation what is asked for, for example {@code POST /bookings}
   * @param request the parsed body; two bodies are the same when they parse to equal values
   * @throws Problem 422 {@code IDEMPOTENCY_KEY_REUSED} where the key came with another request
   */
  public ResponseEntity<?> once(
      UserId caller,
      @Nullable String key,
      String operation,
      Object request,
      Supplier<ResponseEntity<?>> effect) {
    if (key == null) {
      return inTransaction(effect);
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw Problem.invalid(HEADER, "has 1 to " + LONGEST_KEY + " characters");
    }
    var hash = hash(operation, request);
    return inTransaction(() -> {
      if (!claim(caller, key, hash)) {
        return replay(caller, key, hash);
      }
      var answer = effect.get();
      store(caller, key, answer);
      return answer;
    });
  }

  private ResponseEntity<?> inTransaction(Supplier<ResponseEntity<?>> work) {
    return Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  private boolean claim(UserId caller, String key, byte[] hash) {
    return jdbc.update(
            """
            INSERT INTO idempotent_requests (caller, key, request_hash) VALUES (?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            caller.value(),
            key,
            hash)
        == 1;
  }

  private void store(UserId caller, String key, ResponseEntity<?> answer) {
    jdbc.update(
        "UPDATE idempotent_requests SET status = ?, body = ? WHERE caller = ? AND key = ?",
        answer.getStatusCode().value(),
        json.writeValueAsString(answer.getBody()),
        caller.value(),
        key);
  }

  private ResponseEntity<?> replay(UserId caller, String key, byte[] hash) {
    return Objects.requireNonNull(
        jdbc.queryForObject(
            "SELECT request_hash, status, body FROM idempotent_requests WHERE caller = ? AND key = ?",
            (row, number) -> {
              if (!MessageDigest.isEqual(hash, row.getBytes("request_hash"))) {
                throw new Problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "IDEMPOTENCY_KEY_REUSED",
                    "This Idempotency-Key came with another request before.");
              }
              return ResponseEntity.status(HttpStatusCode.valueOf(row.getInt("status")))
                  .header(REPLAYED, "true")
                  .contentType(MediaType.APPLICATION_JSON)
                  .body(row.getString("body").getBytes(UTF_8));
            },
            caller.value(),
            key));
  }

  private byte[] hash(String operation, Object request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(UTF_8));
      digest.update((byte) 0);
      return digest.digest(json.writeValueAsBytes(request));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
