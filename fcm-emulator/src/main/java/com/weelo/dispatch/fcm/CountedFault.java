package com.weelo.dispatch.fcm;

import org.jspecify.annotations.Nullable;

/** A fault for the next so many messages to somebody, or to anybody. */
interface CountedFault<F extends CountedFault<F>> {

  boolean hits(@Nullable String sentTo);

  int times();

  F times(int times);
}
