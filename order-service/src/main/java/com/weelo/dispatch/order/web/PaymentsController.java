package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.CUSTOMER;
import static com.weelo.dispatch.platform.security.Role.OPS;

import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.EventIds;
import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.PaymentId;
import com.weelo.dispatch.events.UserId;
import com.weelo.dispatch.order.payments.Payers;
import com.weelo.dispatch.order.payments.Payment;
import com.weelo.dispatch.order.payments.RecordingPayment;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.IdempotentRequests;
import com.weelo.dispatch.platform.web.Problem;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was paid. */
@RestController
@RequestMapping("/api/v1/payments")
class PaymentsController {

  private final Payers payers;
  private final RecordingPayment recording;
  private final IdempotentRequests requests;
  private final Clock clock;

  PaymentsController(
      Payers payers, RecordingPayment recording, IdempotentRequests requests, Clock clock) {
    this.payers = payers;
    this.recording = recording;
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * A payment for one booking or one order.
   *
   * @param method as the customer calls it, for example {@code upi} or {@code cash}
   */
  record PaymentRequest(
      @Nullable BookingId bookingId,
      @Nullable OrderId orderId,
      @NotNull @Valid Amount amount,
      @NotBlank @Size(max = 40) String method) {}

  /** More than nothing. */
  record Amount(@NotNull @Positive Long amountMinor, @NotNull @CurrencyCode String currency) {}

  /** A payment as clients see it. */
  record PaymentBody(
      PaymentId paymentId,
      @Nullable BookingId bookingId,
      @Nullable OrderId orderId,
      Money amount,
      String method,
      String status,
      Instant paidAt) {

    static PaymentBody of(Payment payment) {
      return new PaymentBody(
          payment.id(),
          payment.bookingId(),
          payment.orderId(),
          payment.amount(),
          payment.method(),
          "completed",
          payment.paidAt());
    }
  }

  /** Records a payment for a booking or an order. */
  @PostMapping
  @AllowedRoles({CUSTOMER, OPS})
  @RefusedWith("NOT_FOUND")
  @ApiResponse(
      responseCode = "201",
      description = "The payment",
      content = @Content(schema = @Schema(implementation = PaymentBody.class)))
  ResponseEntity<?> createPayment(
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody PaymentRequest request) {
    var payer = payer(request, caller);
    return requests.once(
        caller.userId(), key, "POST /payments", request, () -> record(request, payer, caller));
  }

  private UserId payer(PaymentRequest request, Caller caller) {
    var booking = request.bookingId();
    var order = request.orderId();
    if (booking != null && order == null) {
      return payers.of(booking, caller);
    }
    if (order != null && booking == null) {
      return payers.of(order, caller);
    }
    throw Problem.invalid("bookingId", "is given, or orderId is; not both");
  }

  private ResponseEntity<?> record(PaymentRequest request, UserId payer, Caller caller) {
    var payment =
        new Payment(
            new PaymentId(EventIds.next().toString()),
            request.bookingId(),
            request.orderId(),
            payer,
            caller.userId(),
            new Money(request.amount().amountMinor(), request.amount().currency()),
            request.method(),
            clock.instant());
    recording.record(payment);
    return ResponseEntity.status(HttpStatus.CREATED).body(PaymentBody.of(payment));
  }
}
