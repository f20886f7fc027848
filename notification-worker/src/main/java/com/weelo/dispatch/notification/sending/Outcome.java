package com.weelo.dispatch.notification.sending;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a delivery.
 *
 * @param state where it stands now
 * @param errorCode the provider's own, where it refused
 * @param providerId the provider's id of the message, where it accepted
 * @param delay until it is due again; set if, and only if, it is waiting
 * @param tried whether the provider was asked
 * @param effects what else follows
 */
public record Outcome(
    DeliveryState state,
    @Nullable String errorCode,
    @Nullable String providerId,
    @Nullable Duration delay,
    boolean tried,
    Set<Effect> effects) {

  /** What an answer means beyond its own delivery. */
  public enum Effect {
    /** The address is forgotten. */
    DROP_ADDRESS,
    /** Somebody of ours has to be woken. */
    ALERT,
    /** Nobody is told, though there was an address: somebody should look into it. */
    DEAD_LETTER,
    /** Nothing is sent on the channel for a while. */
    PAUSE_CHANNEL,
    /** Nothing is sent to the platform until a trial gets through. */
    OPEN_CIRCUIT
  }

  public Outcome {
    if ((delay != null) != (state == DeliveryState.WAITING)) {
      throw new IllegalArgumentException("what waits, and only that, waits for some time");
    }
    effects = Set.copyOf(effects);
  }

  static Outcome sent(String providerId) {
    return new Outcome(DeliveryState.SENT, null, providerId, null, true, Set.of());
  }

  /** Without asking the provider. */
  static Outcome given(DeliveryState state) {
    return new Outcome(state, null, null, null, false, Set.of());
  }

  /** To be looked at again, without having asked the provider. */
  static Outcome postponed(Duration wait) {
    return new Outcome(DeliveryState.WAITING, null, null, wait, false, Set.of());
  }

  static Outcome failed(String errorCode, Effect... effects) {
    return new Outcome(DeliveryState.FAILED, errorCode, null, null, true, setOf(effects));
  }

  static Outcome expired(String errorCode, Set<Effect> effects) {
    return new Outcome(DeliveryState.EXPIRED, errorCode, null, null, true, effects);
  }

  static Outcome again(String errorCode, Duration wait, Effect... effects) {
    return new Outcome(DeliveryState.WAITING, errorCode, null, wait, true, setOf(effects));
  }

  boolean has(Effect effect) {
    return effects.contains(effect);
  }

  private static Set<Effect> setOf(Effect... effects) {
    var set = EnumSet.noneOf(Effect.class);
    set.addAll(java.util.Arrays.asList(effects));
    return set;
  }
}
