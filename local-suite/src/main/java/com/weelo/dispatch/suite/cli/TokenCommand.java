package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.platform.security.Role;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Prints a token, for trying things out by hand. */
@Command(
    name = "token",
    mixinStandardHelpOptions = true,
    description = "Prints a development token for the running local suite.")
final class TokenCommand implements Runnable {

  private final Terminal terminal;

  @Option(
      names = "--role",
      required = true,
      converter = RoleConverter.class,
      paramLabel = "ROLE",
      description = "customer, transporter, driver or ops")
  private Role role = Role.CUSTOMER;

  @Option(names = "--user", required = true, paramLabel = "ID", description = "the caller's id")
  private String user = "";

  @Option(
      names = "--transporter",
      paramLabel = "ID",
      description = "whom a driver drives for; without it a driver is its own transporter")
  private @Nullable String transporter;

  @Option(
      names = "--days",
      paramLabel = "N",
      defaultValue = "30",
      description = "how long it is valid (default: ${DEFAULT-VALUE})")
  private int days;

  TokenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    var tokens =
        new DevelopmentTokens(DevelopmentTokens.secret(), Clock.systemUTC(), Duration.ofDays(days));
    terminal.line(tokens.issue(role, user, transporter));
  }

  /** Reads roles as tokens spell them. */
  static final class RoleConverter implements ITypeConverter<Role> {
    @Override
    public Role convert(String text) {
      return Arrays.stream(Role.values())
          .filter(role -> role.code().equals(text))
          .findAny()
          .orElseThrow(() -> new TypeConversionException("there is no role " + text));
    }
  }
}
