package com.weelo.dispatch.events;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.UUID;

/**
 * Makes UUIDv7 ids: unique without asking anyone, and sorted by time of making; those that one
 * process makes within one millisecond too.
 */
public final class EventIds {

  private static final NoArgGenerator GENERATOR = Generators.timeBasedEpochGenerator();

  private EventIds() {}

  public static UUID next() {
    return GENERATOR.generate();
  }
}
