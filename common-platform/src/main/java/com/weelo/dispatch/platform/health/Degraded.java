package com.weelo.dispatch.platform.health;

import org.springframework.boot.health.contributor.Status;

/** What goes on without something that it has need of is ready, and says so. */
public final class Degraded {

  /** Worse than up and better than down; answered with 200. */
  public static final Status STATUS = new Status("DEGRADED");

  private Degraded() {}
}
