package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.testing.StoresTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** A test of the running broadcast-worker, less patient than in production. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StoresTest(
    properties = {
      "dispatch.broadcast.streams.length=1000",
      "dispatch.broadcast.streams.page-size=7",
      "dispatch.broadcast.rooms.patience=1s",
      "dispatch.broadcast.sockets.slow-patience=20s",
      "dispatch.broadcast.sockets.close-within=20s",
      "dispatch.broadcast.sockets.reconnect-within=100ms"
    })
@TestConstructor(autowireMode = AutowireMode.ALL)
@interface BroadcastTest {}
