package com.weelo.dispatch.fcm;

import java.time.Instant;

/** A text message that was accepted for delivery. */
public record ReceivedSms(Instant receivedAt, String to, String from, String body) {}
