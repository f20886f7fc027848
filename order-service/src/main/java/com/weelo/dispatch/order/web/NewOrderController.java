package com.weelo.dispatch.order.web;

import static com.weelo.dispatch.platform.security.Role.CUSTOMER;

import com.weelo.dispatch.order.orders.CreatingOrder;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Caller;
import com.weelo.dispatch.platform.web.IdempotentRequests;
import com.weelo.dispatch.platform.web.RefusedWith;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders trucks. */
@RestController
@RequestMapping("/api/v1/orders")
class NewOrderController {

  private final OrderDrafts drafts;
  private final IdempotentRequests requests;
  private final CreatingOrder creating;

  NewOrderController(OrderDrafts drafts, IdempotentRequests requests, CreatingOrder creating) {
    this.drafts = drafts;
    this.requests = requests;
    this.creating = creating;
  }

  /** Orders trucks of several kinds, which several transporters may fill. */
  @PostMapping
  @AllowedRoles(CUSTOMER)
  @RefusedWith({"ACTIVE_ORDER_EXISTS", "CONCURRENT_REQUEST"})
  @ApiResponse(
      responseCode = "201",
      description = "The order, being processed",
      content = @Content(schema = @Schema(implementation = OrderCreated.class)))
  ResponseEntity<?> createOrder(
      Caller caller,
      @RequestHeader(name = IdempotentRequests.HEADER, required = false) @Nullable String key,
      @Valid @RequestBody OrderRequest request) {
    var draft = drafts.draft(caller.userId(), request);
    return requests.once(
        caller.userId(),
        key,
        "POST /orders",
        request,
        () ->
            ResponseEntity.status(HttpStatus.CREATED)
                .body(OrderCreated.of(creating.create(draft))));
  }
}
