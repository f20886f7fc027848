package com.weelo.dispatch.platform.consuming;

import java.util.List;
import org.springframework.context.Lifecycle;
import org.springframework.context.SmartLifecycle;

/** Runs the containers of all subscriptions for as long as the service runs. */
final class SubscriptionContainers implements SmartLifecycle {

  private final List<? extends Lifecycle> containers;
  private volatile boolean running;

  SubscriptionContainers(List<? extends Lifecycle> containers) {
    this.containers = containers;
  }

  @Override
  public void start() {
    containers.forEach(Lifecycle::start);
    running = true;
  }

  @Override
  public void stop() {
    running = false;
    containers.parallelStream().forEach(Lifecycle::stop);
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Late, so that whatever handlers need is up; stopped first. */
  @Override
  public int getPhase() {
    return DEFAULT_PHASE - 100;
  }
}
