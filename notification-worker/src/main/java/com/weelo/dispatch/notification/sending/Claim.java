package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.notification.devices.Device;
import java.time.Instant;

/**
 * The right to send one notification to one device, and the duty to record what came of it.
 *
 * @param attempt counts from 1; a later attempt takes the right away from an earlier one
 * @param at when it was taken
 */
record Claim(Device device, int attempt, Instant at) {}
