package com.weelo.dispatch.system;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One order, told by nothing but its events in the order of their versions. What they say is
 * counted along, and compared with what they say about the count.
 */
final class OrderStory {

  private static final Set<String> LAST = Set.of("completed", "expired", "cancelled");
  private static final Map<String, Set<String>> STEPS =
      Map.of(
          "processing", Set.of("searching", "expired", "cancelled"),
          "searching", Set.of("partially_filled", "filled", "expired", "cancelled"),
          "partially_filled",
              Set.of(
                  "searching", "partially_filled", "filled", "confirmed", "expired", "cancelled"),
          "filled", Set.of("searching", "partially_filled", "confirmed", "completed", "cancelled"),
          "confirmed", Set.of("confirmed", "completed", "cancelled"));

  private final String order;
  private final Map<String, Fill> fills = new TreeMap<>();
  private final Map<String, Hold> holds = new HashMap<>();
  private final Map<String, Integer> acceptances = new HashMap<>();
  private final List<String> broken = new ArrayList<>();
  private String status = "processing";
  private String policy = "";
  private int minimum;
  private @Nullable String end;

  private static final class Fill {
    private final int requested;
    private int held;
    private int filled;

    Fill(int requested) {
      this.requested = requested;
    }
  }

  /** A hold that is neither released nor confirmed. */
  private record Hold(String type, String transporter, Set<String> vehicles, int trucks) {}

  OrderStory(String order) {
    this.order = order;
  }

  /** Hears the next event. */
  void hear(long version, String type, JsonNode data) {
    if ((version == 1) != type.equals("order.created")) {
      wrong("version %d is %s".formatted(version, type));
    } else if (end != null) {
      wrong("%s after the order's end".formatted(type));
    } else {
      hear(type, data);
      fills.forEach((kind, fill) -> {
        if (fill.held < 0 || fill.held + fill.filled > fill.requested) {
          wrong(
              "version %d has %d held and %d filled of %d %s"
                  .formatted(version, fill.held, fill.filled, fill.requested, kind));
        }
      });
    }
  }

  private void hear(String type, JsonNode data) {
    switch (type) {
      case "order.created" -> created(data);
      case "truck.hold.reserved" -> reserved(data);
      case "truck.hold.released" -> released(data);
      case "truck.request.accepted" -> accepted(data);
      case "truck.request.filled" -> filled(data);
      case "order.status.changed" -> stepped(data);
      case "order.cancelled" -> ended(type, Set.of("expired", "cancelled"));
      case "order.completed" -> ended(type, Set.of("completed"));
      case "truck.request.broadcast" -> broadcast(data);
      default -> wrong("nobody knows " + type);
    }
  }

  private void created(JsonNode data) {
    policy = text(data, "fillPolicy");
    minimum = data.path("minimumTrucks").asInt(0);
    for (var wanted : data.path("vehicleRequirements")) {
      fills.put(text(wanted, "vehicleType"), new Fill(wanted.path("quantity").asInt()));
    }
  }

  private void broadcast(JsonNode data) {
    var fill = fill(data);
    if (data.path("open").asInt() != fill.requested - fill.held - fill.filled) {
      wrong("a wave tells of %s open trucks".formatted(data.path("open")));
    }
  }

  private void reserved(JsonNode data) {
    var vehicles = new HashSet<String>();
    data.path("vehicleIds").forEach(id -> vehicles.add(id.asString()));
    var hold =
        new Hold(text(data, "vehicleType"), text(data, "transporterId"), vehicles, vehicles.size());
    if (holds.put(text(data, "holdId"), hold) != null) {
      wrong("hold %s was reserved twice".formatted(text(data, "holdId")));
    }
    fill(data).held += hold.trucks();
  }

  private void released(JsonNode data) {
    var hold = holds.remove(text(data, "holdId"));
    var trucks = data.path("trucks").asInt();
    if (hold == null || hold.trucks() != trucks || hold.vehicles().size() != trucks) {
      wrong("hold %s was released as what it was not".formatted(text(data, "holdId")));
    }
    fill(data).held -= trucks;
  }

  /** Which hold it is of is not told: the one that has the vehicle. */
  private void accepted(JsonNode data) {
    var vehicle = text(data, "vehicleId");
    var own =
        holds.entrySet().stream()
            .filter(hold -> hold.getValue().vehicles().contains(vehicle))
            .filter(hold -> hold.getValue().transporter().equals(text(data, "transporterId")))
            .toList();
    if (own.size() != 1) {
      wrong("%s was accepted and is in %d holds".formatted(vehicle, own.size()));
    }
    own.forEach(hold -> {
      hold.getValue().vehicles().remove(vehicle);
      if (hold.getValue().vehicles().isEmpty()) {
        holds.remove(hold.getKey());
      }
    });
    acceptances.merge(text(data, "truckRequestId"), 1, Integer::sum);
    fill(data).held--;
    fill(data).filled++;
  }

  private void filled(JsonNode data) {
    var fill = fill(data);
    if (fill.filled != fill.requested || data.path("quantity").asInt() != fill.requested) {
      wrong("%d of %d are all".formatted(fill.filled, fill.requested));
    }
  }

  private void stepped(JsonNode data) {
    var next = text(data, "status");
    if (!status.equals(text(data, "previousStatus"))
        || !STEPS.getOrDefault(status, Set.of()).contains(next)) {
      wrong("from %s by %s to %s".formatted(status, text(data, "previousStatus"), next));
    }
    if (next.equals("expired") && sumOfFilled() >= quorum()) {
      wrong("expired with a quorum");
    }
    var lost = recount(next, data);
    if (next.equals("confirmed") && status.equals("partially_filled") && sumOfFilled() < quorum()) {
      wrong("confirmed without a quorum");
    }
    if (next.equals("filled") && sumOfFilled() != requested()) {
      wrong("filled with %d of %d".formatted(sumOfFilled(), requested()));
    }
    if (lost > 1 && !LAST.contains(next)) {
      wrong("%d trucks lost in a step".formatted(lost));
    }
    status = next;
  }

  /** Compares with what is told, and takes it over: a lost truck is told by the count only. */
  private int recount(String next, JsonNode data) {
    var lost = 0;
    for (var told : data.path("fill")) {
      var fill = fill(told);
      var count = told.path("filled").asInt();
      if (told.path("requested").asInt() != fill.requested
          || told.path("held").asInt() != fill.held
          || count > fill.filled
          || (LAST.contains(next) && fill.held != 0)) {
        wrong("%s is told at a step to %s".formatted(told, next));
      }
      lost += fill.filled - count;
      fill.filled = count;
    }
    return lost;
  }

  private void ended(String type, Set<String> statuses) {
    if (!statuses.contains(status)) {
      wrong("%s when %s".formatted(type, status));
    }
    end = type;
  }

  private int quorum() {
    return switch (policy) {
      case "all_or_nothing" -> requested();
      case "at_least" -> minimum;
      default -> 1;
    };
  }

  private int requested() {
    return fills.values().stream().mapToInt(fill -> fill.requested).sum();
  }

  private int sumOfFilled() {
    return fills.values().stream().mapToInt(fill -> fill.filled).sum();
  }

  private Fill fill(JsonNode data) {
    return Objects.requireNonNullElseGet(fills.get(text(data, "vehicleType")), () -> new Fill(0));
  }

  private static String text(JsonNode data, String field) {
    return data.path(field).asString();
  }

  private void wrong(String what) {
    broken.add(order + ": " + what);
  }

  /** What does not fit together, once all was heard. */
  List<String> violations() {
    if (!holds.isEmpty()) {
      wrong("holds neither confirmed nor released: " + holds);
    }
    if (LAST.contains(status) != (end != null)) {
      wrong("is %s and was ended by %s".formatted(status, end));
    }
    return broken;
  }

  /** How often each truck request was accepted. */
  Map<String, Integer> acceptances() {
    return acceptances;
  }

  /** As {@link OrderTables#fills()} has it. */
  String fills() {
    return status
        + " "
        + fills.entrySet().stream()
            .map(fill -> fill.getKey() + "=" + fill.getValue().filled)
            .collect(joining(","));
  }
}
