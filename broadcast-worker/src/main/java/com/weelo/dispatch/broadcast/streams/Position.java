package com.weelo.dispatch.broadcast.streams;

/**
 * How far a reader has come in a user's stream.
 *
 * @param epoch offsets of different epochs have nothing to do with each other
 * @param offset of the last frame the reader has; 0 before the first
 */
public record Position(String epoch, long offset) {

  Position next() {
    return new Position(epoch, offset + 1);
  }
}
