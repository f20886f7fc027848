package com.weelo.dispatch.suite.client;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A call and the answer it waits for. */
record RestExchange(RestCall call, CompletableFuture<RestReply> answer) {

  RestExchange(RestCall call) {
    this(call, new CompletableFuture<>());
  }

  void fail(Throwable cause) {
    answer.completeExceptionally(
        cause instanceof IOException
            ? cause
            : new IOException(call.method() + " " + call.path() + ": " + cause, cause));
  }
}
