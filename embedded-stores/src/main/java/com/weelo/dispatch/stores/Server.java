package com.weelo.dispatch.stores;

import java.io.IOException;
import java.util.List;

/** What the three kinds of store do differently; {@link StoreProcess} does the rest. */
interface Server {

  /** One lower-case word: its folder, its log and its pid file are named by it. */
  String name();

  /** On which it listens at 127.0.0.1. */
  List<Integer> ports();

  /** Makes its data folder fit for a start, be it new, well-kept or left behind by a crash. */
  void prepare() throws IOException;

  /** The command that runs it in the foreground. */
  List<String> command() throws IOException;

  /** Whether it answers a request of its own protocol. */
  boolean answers();

  /** The signal on which it stops quickly without losing anything. */
  default String stopSignal() {
    return "TERM";
  }
}
