package com.weelo.dispatch.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PidFileTests {

  private final ProcessHandle self = ProcessHandle.current();
  @TempDir private Path folder;
  private Path path = Path.of("");

  @BeforeEach
  void chooseAFile() {
    path = folder.resolve("some.pid");
  }

  @Test
  void namesALivingProcess() throws IOException {
    new PidFile(path).write(self);

    assertThat(new PidFile(path).process()).hasValue(self);
  }

  @Test
  void namesNobodyWhereThereIsNoFile() throws IOException {
    assertThat(new PidFile(path).process()).isEmpty();
  }

  @Test
  void doesNotTakeAnotherProcessWithTheSameIdForIt() throws IOException {
    Files.writeString(path, self.pid() + " 1000000000000");

    assertThat(new PidFile(path).process()).isEmpty();
  }

  @Test
  void namesNobodyWhereAKillHasLeftHalfALine() throws IOException {
    Files.writeString(path, "12");

    assertThat(new PidFile(path).process()).isEmpty();
  }
}
