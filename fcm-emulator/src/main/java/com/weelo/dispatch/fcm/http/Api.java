package com.weelo.dispatch.fcm.http;

/** What answers the requests of one port. Runs on the event loop, so it must never block. */
@FunctionalInterface
public interface Api {

  Reply answer(Request request);
}
