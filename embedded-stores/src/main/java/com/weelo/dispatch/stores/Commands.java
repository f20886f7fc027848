package com.weelo.dispatch.stores;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Ways to run a command other than plainly. Each replaces itself by the command: the pid stays. */
final class Commands {

  private static final int NOBODY = 65534;

  private static final List<String> SETSID = List.of("setsid");

  private static final List<String> UNSHARE = List.of("unshare", "--user");

  /** As nobody, but still able to reach files below root's folders. */
  private static final List<String> SETPRIV =
      List.of(
          "setpriv",
          "--reuid=" + NOBODY,
          "--regid=" + NOBODY,
          "--clear-groups",
          // Else access(2), with which programs look for one another, would not count the next.
          "--securebits=+no_setuid_fixup",
          "--inh-caps=+dac_override",
          "--ambient-caps=+dac_override");

  private Commands() {}

  /**
   * Out of reach of the terminal's Ctrl-C, which would otherwise stop the stores before those who
   * still write to them.
   */
  static List<String> inOwnSession(List<String> command) {
    return works(SETSID) ? join(SETSID, command) : command;
  }

  /**
   * Not as root, which PostgreSQL refuses to be. In a user namespace without a mapping a process is
   * nobody to itself and still root to the files it owns; where a container forbids that, the
   * process really becomes nobody.
   */
  static List<String> unprivileged(List<String> command) {
    if (!isRoot()) {
      return command;
    }
    if (works(UNSHARE)) {
      return join(UNSHARE, command);
    }
    if (works(SETPRIV)) {
      return join(SETPRIV, command);
    }
    throw new StoreFailure(
        "PostgreSQL does not run as root, and neither unshare nor setpriv can change that here:"
            + " run as another user");
  }

  /** Makes a folder the property of whom {@link #unprivileged} runs a command as. */
  static void giveToUnprivileged(Path folder) throws IOException {
    if (isRoot() && !works(UNSHARE)) {
      Files.setAttribute(folder, "unix:uid", NOBODY);
      Files.setAttribute(folder, "unix:gid", NOBODY);
    }
  }

  private static boolean isRoot() {
    return new UnixSystem().getUid() == 0;
  }

  private static boolean works(List<String> prefix) {
    try {
      return new ProcessBuilder(join(prefix, List.of("true")))
              .redirectErrorStream(true)
              .redirectOutput(Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException absent) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("Interrupted while starting a store", e);
    }
  }

  private static List<String> join(List<String> prefix, List<String> command) {
    return Stream.concat(prefix.stream(), command.stream()).toList();
  }
}
