package com.weelo.dispatch.stores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a store has printed. */
record LogFile(Path path) {

  private static final int TAIL = 20;

  /** Its last lines, for a message about a failure. */
  String tail() {
    try {
      List<String> lines = Files.readAllLines(path, StandardCharsets.ISO_8859_1);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    } catch (IOException e) {
      return "(" + path + " cannot be read: " + e.getMessage() + ")";
    }
  }
}
