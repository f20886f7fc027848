package com.weelo.dispatch.location.intake;

import com.weelo.dispatch.location.cleaning.FormPolicy;
import com.weelo.dispatch.location.cleaning.Report;
import java.util.List;

/** What the door says to a point. */
sealed interface Admission {

  /** On to Kafka. */
  record Admitted(Report report) implements Admission {}

  /** Not a fix, or not said whose. */
  record Refused(List<FormPolicy.Violation> violations) implements Admission {}

  /** Somebody else's position. */
  record Forbidden() implements Admission {}
}
