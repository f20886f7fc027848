package com.weelo.dispatch.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessTreeTests {

  private static final Duration DEATH = Duration.ofMinutes(1);
  private static final String SHELL_WITH_TWO_CHILDREN = "sleep 300 & sleep 300 & wait";

  @TempDir private Path folder;

  @Test
  void killingAProcessKillsItsChildren() throws IOException {
    Process shell = shell();
    List<ProcessHandle> children = shell.children().toList();

    ProcessTree.kill(shell.toHandle());

    assertThat(children).hasSize(2).allMatch(ProcessTree::isGone);
    // Java learns of it when it has asked for the dead process's fate, which may be a moment later.
    assertThat(shell.onExit()).succeedsWithin(DEATH);
  }

  @Test
  void killingAProcessThatIsGoneDoesNothing() throws IOException {
    Process shell = shell();

    ProcessTree.kill(shell.toHandle());
    ProcessTree.kill(shell.toHandle());

    assertThat(ProcessTree.isGone(shell.toHandle())).isTrue();
  }

  @Test
  void whateverWorksInAFolderIsFoundEvenWithoutItsParent() throws IOException {
    Process shell = shell();
    List<ProcessHandle> children = shell.children().toList();
    shell.destroyForcibly();
    assertThat(children).noneMatch(ProcessTree::isGone);

    ProcessTree.killAllIn(folder.toRealPath());

    assertThat(children).allMatch(ProcessTree::isGone);
  }

  private Process shell() throws IOException {
    Process shell =
        new ProcessBuilder("sh", "-c", SHELL_WITH_TWO_CHILDREN).directory(folder.toFile()).start();
    await().until(() -> shell.children().count() == 2);
    return shell;
  }
}
