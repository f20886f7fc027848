package com.weelo.dispatch.order.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why an order is called off, in the caller's words. */
record CancelRequest(@NotBlank @Size(max = 500) String reason) {}
