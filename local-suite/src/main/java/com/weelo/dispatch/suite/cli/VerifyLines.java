package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.cli.Terminal.Tone;
import com.weelo.dispatch.suite.verify.Verification.Result;
import java.util.Locale;
import java.util.function.Consumer;

/** Prints each invariant's result as a line, and below it what breaks it. */
final class VerifyLines implements Consumer<Result> {

  /** More would only scroll the rest away. */
  private static final int MOST_BROKEN = 10;

  private final Terminal terminal;

  VerifyLines(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void accept(Result result) {
    var finding = result.finding();
    var mark = finding.holds() ? terminal.styled("✔", Tone.GOOD) : terminal.styled("✘", Tone.BAD);
    terminal.line(
        "%s %-60s %-42s %6s s"
            .formatted(
                mark,
                result.name(),
                finding.figures(),
                String.format(Locale.ROOT, "%.1f", result.took().toMillis() / 1_000.0)));
    finding.broken().stream().limit(MOST_BROKEN).forEach(broken -> terminal.line("    " + broken));
    if (finding.broken().size() > MOST_BROKEN) {
      terminal.line("    and %d more".formatted(finding.broken().size() - MOST_BROKEN));
    }
  }
}
