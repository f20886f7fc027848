package com.weelo.dispatch.location.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Rows in the text format of PostgreSQL's COPY. */
final class CopyText {

  private final StringBuilder text = new StringBuilder();
  private boolean rowBegun;

  CopyText field(@Nullable Object value) {
    if (rowBegun) {
      text.append('\t');
    }
    rowBegun = true;
    if (value == null) {
      text.append("\\N");
    } else {
      escape(value.toString());
    }
    return this;
  }

  void endRow() {
    text.append('\n');
    rowBegun = false;
  }

  private void escape(String value) {
    for (var i = 0; i < value.length(); i++) {
      var c = value.charAt(i);
      switch (c) {
        case '\\' -> text.append("\\\\");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        default -> text.append(c);
      }
    }
  }

  byte[] bytes() {
    return text.toString().getBytes(UTF_8);
  }
}
