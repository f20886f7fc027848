package com.weelo.dispatch.order.fleet;

import com.weelo.dispatch.platform.web.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Something as it was described, read: what it says, or what is wrong with it.
 *
 * @param value null where there are complaints
 */
public record Draft<T>(@Nullable T value, List<Complaint> complaints) {

  /**
   * @throws Problem 400 where there are complaints
   */
  public T orElseThrow() {
    if (value == null) {
      throw new Problem(
              HttpStatus.BAD_REQUEST, "VALIDATION_FAILED", "The request has invalid fields.")
          .with("errors", complaints);
    }
    return value;
  }
}
