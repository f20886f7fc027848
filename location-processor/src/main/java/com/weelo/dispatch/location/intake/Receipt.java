package com.weelo.dispatch.location.intake;

import com.weelo.dispatch.location.cleaning.FormPolicy.Violation;
import java.util.List;

/**
 * What became of the points of one request.
 *
 * @param accepted how many are on their way
 */
public record Receipt(int accepted, List<Rejected> rejected) {

  /**
   * A point that is none.
   *
   * @param index its place in the request, from 0
   * @param reason as in the accounting
   * @param errors what is wrong with it
   */
  public record Rejected(int index, String reason, List<Violation> errors) {}
}
