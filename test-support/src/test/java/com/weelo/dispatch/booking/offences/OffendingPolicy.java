package com.weelo.dispatch.booking.offences;

import java.nio.file.Files;
import java.nio.file.Path;

/** Decides by looking at a file. */
class OffendingPolicy {

  boolean decide() {
    return Files.exists(Path.of("/"));
  }
}
