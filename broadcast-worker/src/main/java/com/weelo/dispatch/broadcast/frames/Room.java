package com.weelo.dispatch.broadcast.frames;

import com.weelo.dispatch.events.AssignmentEvent;
import com.weelo.dispatch.events.BookingId;
import com.weelo.dispatch.events.OrderId;
import com.weelo.dispatch.events.UserId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why somebody is told something: it is about them, or about a job they watch. */
public record Room(Kind kind, String id) {

  /** What rooms there are. */
  public enum Kind {
    USER,
    BOOKING,
    ORDER;

    private final String prefix = name().toLowerCase(Locale.ROOT) + ":";
  }

  public static Room of(UserId user) {
    return new Room(Kind.USER, user.value());
  }

  public static Room of(BookingId booking) {
    return new Room(Kind.BOOKING, booking.value());
  }

  public static Room of(OrderId order) {
    return new Room(Kind.ORDER, order.value());
  }

  /** The room of the booking or order that an assignment belongs to. */
  public static Room ofJob(AssignmentEvent assignment) {
    var booking = assignment.bookingId();
    return new Room(booking != null ? Kind.BOOKING : Kind.ORDER, assignment.key());
  }

  /** Reads a name such as {@code booking:ID}; empty where it is none. */
  public static Optional<Room> parse(String name) {
    return Arrays.stream(Kind.values())
        .filter(kind -> name.startsWith(kind.prefix) && name.length() > kind.prefix.length())
        .map(kind -> new Room(kind, name.substring(kind.prefix.length())))
        .findAny();
  }

  /** As it stands in frames. */
  public String name() {
    return kind.prefix + id;
  }

  @Override
  public String toString() {
    return name();
  }
}
