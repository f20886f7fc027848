package com.weelo.dispatch.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is generated and checked in, so that people read it and reviews see it change. A test
 * compares it with what would be generated now.
 */
public final class CheckedInFile {

  /** Set to {@code true}, what is generated takes the place of what is checked in. */
  public static final String ACCEPT = "dispatch.test.accept";

  private final Path file;

  private CheckedInFile(Path file) {
    this.file = file;
  }

  /**
   * @param path from the project's root
   */
  public static CheckedInFile at(String path) {
    return new CheckedInFile(Path.of("..").resolve(path));
  }

  /** Its text; empty where it is not there. */
  public String text() {
    try {
      return Files.exists(file) ? Files.readString(file, UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws AssertionError where the file says something else: what it should say is then under
   *     {@code target}
   */
  public void mustSay(String generated) {
    if (text().equals(generated)) {
      return;
    }
    if (Boolean.getBoolean(ACCEPT)) {
      write(file, generated);
      return;
    }
    var proposal = Path.of("target").resolve(file.getFileName());
    write(proposal, generated);
    throw new AssertionError(
        "%s is not what it should be, from here on:%n%s%nLook at %s, and accept it with%n  cp %s %s"
            .formatted(
                file.getFileName(),
                firstDifference(text(), generated),
                proposal.getFileName(),
                proposal.toAbsolutePath(),
                file.toAbsolutePath().normalize()));
  }

  private static String firstDifference(String checkedIn, String generated) {
    var old = checkedIn.split("\n", -1);
    var now = generated.split("\n", -1);
    int line = 0;
    while (line < old.length && line < now.length && old[line].equals(now[line])) {
      line++;
    }
    return "line %d%n- %s%n+ %s"
        .formatted(
            line + 1,
            line < old.length ? old[line] : "(its end)",
            line < now.length ? now[line] : "(its end)");
  }

  private static void write(Path target, String text) {
    try {
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.writeString(target, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
