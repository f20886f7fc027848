package com.weelo.dispatch.stores;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a {@link Server} as a child process. */
final class StoreProcess implements EmbeddedStore {

  private static final Logger log = LoggerFactory.getLogger(StoreProcess.class);

  /** A broker that was killed looks through all its logs first; on a busy disk that takes long. */
  private static final Duration START = Duration.ofMinutes(5);

  private static final Duration STOP = Duration.ofSeconds(20);

  private final Server server;
  private final PidFile pidFile;
  private final LogFile logFile;
  private @Nullable Process process;

  StoreProcess(Server server, StoresDirectory directory) {
    this.server = server;
    this.pidFile = directory.pidFile(server.name());
    this.logFile = directory.logFile(server.name());
  }

  @Override
  public synchronized void start() {
    if (isRunning()) {
      return;
    }
    long begin = System.nanoTime();
    try {
      pidFile.process().ifPresent(this::killOrphan);
      requireFreePorts();
      server.prepare();
      Process started = launch();
      process = started;
      pidFile.write(started.toHandle());
      awaitAnswer(started);
    } catch (IOException e) {
      throw new StoreFailure(server.name() + " could not be started", e);
    }
    log.info("{} answers after {} ms", server.name(), (System.nanoTime() - begin) / 1_000_000);
  }

  @Override
  public synchronized void stop() {
    Process running = process;
    if (running == null || !running.isAlive()) {
      return;
    }
    ProcessTree.signal(running.toHandle(), server.stopSignal());
    if (!Waiting.until(() -> !running.isAlive(), STOP)) {
      log.warn("{} did not stop within {}, killing it", server.name(), STOP);
      kill();
    }
  }

  @Override
  public synchronized void kill() {
    Process running = process;
    if (running != null && running.isAlive()) {
      ProcessTree.kill(running.toHandle());
      running.onExit().join();
    }
  }

  @Override
  public synchronized boolean isRunning() {
    return process != null && process.isAlive();
  }

  @Override
  public synchronized long pid() {
    if (process == null || !process.isAlive()) {
      throw new IllegalStateException(server.name() + " does not run");
    }
    return process.pid();
  }

  private void killOrphan(ProcessHandle orphan) {
    log.info("Killing {} {}, whose owner died without stopping it", server.name(), orphan.pid());
    ProcessTree.kill(orphan);
  }

  /** Else a stranger on the port might answer in its place. */
  private void requireFreePorts() {
    for (int port : server.ports()) {
      if (!FreePorts.isFree(port)) {
        throw new StoreFailure("Port " + port + ", needed by " + server.name() + ", is in use");
      }
    }
  }

  private Process launch() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Commands.inOwnSession(server.command()))
            .redirectInput(Redirect.from(new File("/dev/null")))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(logFile.path().toFile()));
    // Options meant for this JVM, a debugger's or a coverage agent's, are not for a child.
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().remove("JDK_JAVA_OPTIONS");
    return builder.start();
  }

  private void awaitAnswer(Process started) {
    boolean decided = Waiting.until(() -> !started.isAlive() || server.answers(), START);
    if (!decided) {
      throw new StoreFailure(
          "%s did not answer within %s:%n%s".formatted(server.name(), START, logFile.tail()));
    }
    if (!started.isAlive()) {
      throw new StoreFailure(
          "%s ended with status %d:%n%s"
              .formatted(server.name(), started.exitValue(), logFile.tail()));
    }
  }
}
