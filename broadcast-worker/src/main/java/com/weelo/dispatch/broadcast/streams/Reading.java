package com.weelo.dispatch.broadcast.streams;

import java.util.List;

/**
 * What a look into a user's stream found.
 *
 * @param end where the stream stands now
 * @param first the offset of the first frame found; 0 where none was
 * @param frames what follows the reader's position, possibly not all of it
 */
public record Reading(Position end, long first, List<String> frames) {

  /** Whether everything that the reader lacks is still there, from the very next frame on. */
  public boolean continues(Position reader) {
    return reader.epoch().equals(end.epoch())
        && (frames.isEmpty() ? reader.offset() == end.offset() : first == reader.offset() + 1);
  }
}
