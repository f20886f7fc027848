package com.weelo.dispatch.fcm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FcmEmulatorApplicationTests {

  @TempDir Path directory;

  private final StringWriter told = new StringWriter();

  @Test
  void aTakenPortIsToldInOneLine() {
    try (var first = FcmEmulator.start(FcmEmulatorSettings.onFreePorts(directory))) {
      int status = run("--port", "" + first.port(), "--certificates", "" + directory);

      assertThat(status).isEqualTo(1);
      assertThat(told.toString().lines())
          .containsExactly(
              "Cannot listen on 127.0.0.1:%d: Address already in use".formatted(first.port()));
    }
  }

  @Test
  void aDirectoryThatIsNoneIsToldInOneLine() throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    assertThat(run("--port", "0", "--certificates", "" + file)).isEqualTo(1);

    assertThat(told.toString().lines())
        .singleElement()
        .asString()
        .startsWith("Cannot keep certificates in " + file);
  }

  @Test
  void aDurationThatIsNoneIsExplained() {
    assertThat(run("--latency", "soon")).isEqualTo(2);

    assertThat(told.toString()).contains("'soon' is not a duration such as 50ms or 2s");
  }

  private int run(String... arguments) {
    return FcmEmulatorApplication.commandLine()
        .setErr(new PrintWriter(told, true))
        .execute(arguments);
  }
}
