package com.weelo.dispatch.notification.offences;

/** Something that only its own service may use. */
public final class AnotherService {

  private AnotherService() {}

  public static void call() {}
}
