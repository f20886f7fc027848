package com.weelo.dispatch.notification.composing;

import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.VehicleType;
import java.util.List;
import java.util.Map;

/**
 * What a person is to read, in no language yet: a template, and what goes into it. Each value is
 * put into words by what it is.
 */
public record Wording(Template template, Map<String, Value> values) {

  /** The texts there are; each has a title and a body in every language. */
  public enum Template {
    /** Nothing to read: the message is for the app alone. */
    NONE,
    OFFER,
    OFFERS,
    ACCEPTED,
    EXPIRED,
    CANCELLED,
    COMPLETED,
    FILLED,
    CONFIRMED,
    NOT_FILLED,
    ORDER_CANCELLED,
    ORDER_CANCELLED_BECAUSE,
    ORDER_COMPLETED,
    ASSIGNED,
    CALLED_OFF,
    PROGRESS,
    PROGRESS_SO_FAR
  }

  /** Something that stands in a text. */
  public sealed interface Value {}

  /** As people wrote it. */
  record Words(String words) implements Value {}

  record Count(long count) implements Value {}

  record Vehicle(VehicleType type) implements Value {}

  record Amount(Money money) implements Value {}

  record Distance(long meters) implements Value {}

  /** The first few of them are named. */
  record Names(List<String> names, int inAll) implements Value {}

  static final Wording NONE = new Wording(Template.NONE, Map.of());

  public Wording {
    values = Map.copyOf(values);
  }

  static Wording of(Template template) {
    return new Wording(template, Map.of());
  }

  static Wording of(Template template, String name, Value value) {
    return new Wording(template, Map.of(name, value));
  }
}
