package com.weelo.dispatch.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Signals to a process and everything it has started. */
final class ProcessTree {

  private static final Duration DEATH = Duration.ofMinutes(1); // a slow disk lets nobody die

  private ProcessTree() {}

  /** Kills the process and all below it, and returns once none of them runs. */
  static void kill(ProcessHandle root) {
    signal(root, "STOP"); // so that it starts no further child while they are being counted
    List<ProcessHandle> all = Stream.concat(Stream.of(root), root.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    if (!Waiting.until(() -> all.stream().allMatch(ProcessTree::isGone), DEATH)) {
      throw new StoreFailure("Process " + root.pid() + " or a child of it survived SIGKILL");
    }
  }

  /** Kills whatever works in that folder. Finds nothing where there is no {@code /proc}. */
  static void killAllIn(Path folder) {
    ProcessHandle.allProcesses()
        .filter(process -> worksIn(process, folder))
        .forEach(ProcessTree::kill);
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(link).equals(folder);
    } catch (IOException notLinuxOrGoneMeanwhileOrNotOurs) {
      return false;
    }
  }

  /** Sends a signal by its name without the leading SIG; a process that is gone is no error. */
  static void signal(ProcessHandle process, String name) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new StoreFailure("No shell to send a signal with", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreFailure("Interrupted while sending a signal", e);
    }
  }

  /** A dead process whose parent has not asked for its fate is gone too. */
  static boolean isGone(ProcessHandle process) {
    return !process.isAlive() || isZombie(Path.of("/proc", Long.toString(process.pid())));
  }

  /** The main thread is shown as dead first; files and ports are free with the last. */
  private static boolean isZombie(Path process) {
    try (Stream<Path> threads = Files.list(process.resolve("task"))) {
      String stat = Files.readString(process.resolve("stat"));
      return stat.startsWith("Z", stat.lastIndexOf(')') + 2) && threads.count() == 1;
    } catch (IOException notLinuxOrGoneMeanwhile) {
      return false;
    }
  }
}
