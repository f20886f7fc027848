package com.weelo.dispatch.order.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a field.
 *
 * @param nearest what may have been meant
 */
public record Complaint(String field, String message, @Nullable List<String> nearest) {

  static Complaint of(String field, String message) {
    return new Complaint(field, message, null);
  }

  static Complaint unknownType(String field, List<String> nearest) {
    return new Complaint(
        field, "is not in the catalogue; nearest are " + String.join(", ", nearest), nearest);
  }
}
