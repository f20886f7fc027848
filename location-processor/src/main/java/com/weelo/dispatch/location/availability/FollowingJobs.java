package com.weelo.dispatch.location.availability;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.EventEnvelope;
import com.weelo.dispatch.location.drivers.DriverStates;
import com.weelo.dispatch.location.index.GeoIndex;
import com.weelo.dispatch.platform.consuming.PoisonEvent;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has nobody offered a job who is on one. What a driver wants is not touched: who wanted jobs
 * before is offered some after.
 */
@Component
public class FollowingJobs {

  private final DriverStates states;
  private final DriverJobs jobs;
  private final GeoIndex index;

  FollowingJobs(DriverStates states, DriverJobs jobs, GeoIndex index) {
    this.states = states;
    this.jobs = jobs;
    this.index = index;
  }

  /** Runs in the subscription's transaction. Events may come in any order. */
  public void follow(EventEnvelope<AssignmentEvent> envelope) {
    var event = envelope.data();
    // The driver's lock puts all that is heard of its jobs in order.
    var known = states.lock(Set.of(event.driverId())).getFirst();
    jobs.hear(event, version(envelope));
    var onJob = jobs.has(event.driverId());
    if (onJob != known.onJob()) {
      var changed = List.of(known.onJob(onJob));
      states.save(changed);
      afterCommit(() -> index.follow(changed));
    }
  }

  private static long version(EventEnvelope<?> envelope) {
    var version = envelope.metadata().aggregateVersion();
    if (version == null) {
      throw new PoisonEvent("an assignment's event lacks its aggregateVersion", null);
    }
    return version;
  }

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
