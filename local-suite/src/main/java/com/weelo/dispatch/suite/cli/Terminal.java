package com.weelo.dispatch.suite.cli;

import java.io.PrintStream;

/**
 * Where a command prints. On a terminal it has colours and one line that is written over again and
 * again; into a file or a pipe go plain lines.
 */
final class Terminal {

  /** What a text means, which gives it its colour. */
  enum Tone {
    GOOD("32"),
    BAD("31"),
    DIM("2"),
    BOLD("1");

    private final String code;

    Tone(String code) {
      this.code = code;
    }
  }

  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final boolean interactive;
  private final boolean colours;
  private final int columns;
  private boolean statusShown;

  Terminal(PrintStream out, boolean interactive, boolean colours, int columns) {
    this.out = out;
    this.interactive = interactive;
    this.colours = colours;
    this.columns = columns;
  }

  /** As the launcher describes it in system properties. */
  static Terminal ofThisProcess() {
    var interactive = Boolean.getBoolean("dispatch.tty");
    return new Terminal(
        System.out,
        interactive,
        interactive && System.getenv("NO_COLOR") == null,
        Integer.getInteger("dispatch.columns", 80));
  }

  boolean isInteractive() {
    return interactive;
  }

  synchronized void line(String text) {
    clearStatus();
    out.println(text);
    out.flush();
  }

  /** Shows what is going on, until the next line or status. Only a terminal shows it. */
  synchronized void status(String text) {
    if (interactive) {
      out.print(CLEAR_LINE + styled(fitting(text), Tone.DIM));
      out.flush();
      statusShown = true;
    }
  }

  /** As much of it as a terminal shows in one line; all of it where it goes elsewhere. */
  String fitting(String text) {
    return !interactive || text.length() < columns ? text : text.substring(0, columns - 2) + "…";
  }

  String styled(String text, Tone tone) {
    return colours ? "\u001b[" + tone.code + "m" + text + "\u001b[0m" : text;
  }

  private void clearStatus() {
    if (statusShown) {
      out.print(CLEAR_LINE);
      statusShown = false;
    }
  }
}
