package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.notification.sending.PushAnswer.Accepted;
import com.weelo.dispatch.notification.sending.PushAnswer.NoSuchDevice;
import com.weelo.dispatch.notification.sending.PushAnswer.Refused;
import com.weelo.dispatch.notification.sending.PushAnswer.Unavailable;
import org.jspecify.annotations.Nullable;

/** What came of one claim. */
record Result(Claim claim, PushAnswer answer, DeliveryState state) {

  /**
   * @param attemptsAllowed how often a device is tried while the provider is not available
   */
  static Result of(Claim claim, PushAnswer answer, int attemptsAllowed) {
    var state =
        switch (answer) {
          case Accepted _ -> DeliveryState.SENT;
          case NoSuchDevice _, Refused _ -> DeliveryState.FAILED;
          case Unavailable _ ->
              claim.attempt() < attemptsAllowed ? DeliveryState.RETRYING : DeliveryState.FAILED;
        };
    return new Result(claim, answer, state);
  }

  @Nullable String errorCode() {
    return switch (answer) {
      case Accepted _ -> null;
      case NoSuchDevice(var code) -> code;
      case Refused(var code) -> code;
      case Unavailable(var code, _) -> code;
    };
  }

  @Nullable String providerId() {
    return answer instanceof Accepted(var id) ? id : null;
  }

  /** Nobody is told, though there was a device: somebody should look into it. */
  boolean isLost() {
    return state == DeliveryState.FAILED && !(answer instanceof NoSuchDevice);
  }
}
