package com.weelo.dispatch.booking.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a booking is called off, in the caller's words. */
record CancelRequest(@NotBlank @Size(max = 500) String reason) {}
