package com.weelo.dispatch.suite.simulator;

import com.weelo.dispatch.suite.client.RestCall;
import com.weelo.dispatch.suite.client.RestReply;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import org.jspecify.annotations.Nullable;

/** A truck out on a job, step by step until it has delivered or is called off. */
final class Journey {

  private static final Set<String> OVER = Set.of("delivered", "cancelled");

  private final World world;
  private final String token;
  private final Duration length;
  private final Runnable over;
  private String assignmentId = "";
  private int done;
  private boolean isOver;
  private @Nullable ScheduledFuture<?> next;

  /** What is reported on the way, and when: as shares of the journey's length. */
  private enum Step {
    EN_ROUTE("en_route", 0),
    ARRIVED("arrived", 0.2),
    LOADED("loaded", 0.3),
    IN_TRANSIT("in_transit", 0.35),
    DELIVERED("delivered", 1);

    private final String status;
    private final double due;

    Step(String status, double due) {
      this.status = status;
      this.due = due;
    }
  }

  /**
   * A journey that will be.
   *
   * @param token whose job it is
   * @param over told when truck and driver are free again
   */
  Journey(World world, String token, Duration length, Runnable over) {
    this.world = world;
    this.token = token;
    this.length = length;
    this.over = over;
    world.journeys().begin(this);
  }

  void setOut(String assignment) {
    assignmentId = assignment;
    world.measured().add(Count.TRIPS);
    goOn();
  }

  /** It comes to nothing, before or after it began. */
  void callOff() {
    world.measured().add(Count.TRIPS_CALLED_OFF);
    end();
  }

  /** What is left of it takes no time. */
  void hurry() {
    if (next != null && next.cancel(false)) {
      report();
    }
  }

  private void goOn() {
    var before = done == 0 ? 0 : Step.values()[done - 1].due;
    var share = Step.values()[done].due - before;
    var pause =
        world.journeys().isHurrying()
            ? Duration.ZERO
            : Duration.ofNanos((long) (length.toNanos() * share));
    next = world.client().runAfter(pause, this::report);
  }

  private void report() {
    next = null;
    var step = Step.values()[done];
    var call =
        RestCall.post(
                "/api/v1/assignments/" + assignmentId + "/status", Map.of("status", step.status))
            .by(token)
            .once(assignmentId + " " + step.status);
    PatientCalls.send(world.client(), world.client().order(), call)
        .whenComplete((reply, lost) -> {
          if (lost == null && reply.isSuccess()) {
            reported(step);
          } else if (lost == null && wasCalledOff(reply)) {
            callOff();
          } else {
            world.failed(Count.TRIP_FAILURES, step.status, reply);
            end();
          }
        });
  }

  private void reported(Step step) {
    done++;
    if (step == Step.DELIVERED) {
      world.measured().add(Count.TRIPS_DELIVERED);
      end();
    } else {
      goOn();
    }
  }

  private static boolean wasCalledOff(RestReply reply) {
    return reply.problemCode().equals("INVALID_TRANSITION")
        && OVER.contains(reply.json().path("currentStatus").asString(""));
  }

  private void end() {
    if (!isOver) {
      isOver = true;
      if (next != null) {
        next.cancel(false);
      }
      world.journeys().end(this);
      over.run();
    }
  }
}
