package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.audit.verifying.Finding;
import com.weelo.dispatch.suite.cli.Terminal.Tone;
import com.weelo.dispatch.suite.verify.AuditTrail;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What has to do with the audit's record. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = "Looks into the audit's record.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = AuditCommand.Verify.class)
final class AuditCommand {

  /** Computes the record's hashes anew, and holds them against the seals. */
  @Command(
      name = "verify",
      mixinStandardHelpOptions = true,
      description = {
        "Computes every hash of the record anew and checks every seal, also those in the file",
        "outside the database. Exit status 1 if anything is not as it was written."
      })
  static final class Verify implements Callable<Integer> {

    private static final int BAR = 40;

    /** More would only scroll the rest away. */
    private static final int MOST_FINDINGS = 20;

    private final Terminal terminal;

    @Mixin private LocalOptions local = new LocalOptions();

    Verify(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
      local.requireRunning();
      var begin = System.nanoTime();
      var found = new AuditTrail(local.settings()).verify(Clock.systemUTC(), this::show);
      found.findings().stream().limit(MOST_FINDINGS).forEach(this::tell);
      if (found.findings().size() > MOST_FINDINGS) {
        terminal.line("  and %d more".formatted(found.findings().size() - MOST_FINDINGS));
      }
      terminal.line(
          String.format(
              Locale.ROOT,
              "%s: %,d links, %,d seals, %.1f s",
              found.verified()
                  ? terminal.styled("✔", Tone.GOOD) + " The record is as it was written"
                  : terminal.styled("✘", Tone.BAD) + " The record is not as it was written",
              found.records(),
              found.sealsChecked(),
              (System.nanoTime() - begin) / 1e9));
      return found.verified() ? 0 : 1;
    }

    private void show(long done, long total) {
      if (terminal.isInteractive() && total > 0) {
        var full = (int) Math.min(BAR, BAR * done / total);
        terminal.status(
            "%s%s %,d of %,d".formatted("█".repeat(full), "░".repeat(BAR - full), done, total));
      }
    }

    private void tell(Finding finding) {
      var where =
          finding.topic() == null
              ? "seal " + finding.offset()
              : "%s-%d@%d".formatted(finding.topic(), finding.partition(), finding.offset());
      var mark = finding.kind().isBreaking() ? terminal.styled("✘", Tone.BAD) : "·";
      terminal.line(
          "%s %s at %s: %s".formatted(mark, finding.kind().code(), where, finding.detail()));
    }
  }
}
