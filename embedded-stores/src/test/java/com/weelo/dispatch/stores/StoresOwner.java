package com.weelo.dispatch.stores;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/** A JVM that starts stores, leaves a note in each, and then waits to be killed. */
final class StoresOwner {

  private static final int READY = '!';

  private StoresOwner() {}

  /** Returns once the notes are written. */
  static Process launch(StoresSettings settings) throws IOException {
    Process owner =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + StoresSettings.temporaryRoot(),
                "-cp",
                System.getProperty("java.class.path"),
                StoresOwner.class.getName(),
                settings.directory().toString(),
                Integer.toString(settings.postgresPort()),
                Integer.toString(settings.kafkaPort()),
                Integer.toString(settings.redisPort()),
                Boolean.toString(settings.keepData()))
            .redirectError(Redirect.DISCARD)
            .start();
    int printed = owner.getInputStream().read();
    while (printed != READY && printed != -1) {
      printed = owner.getInputStream().read();
    }
    return owner;
  }

  public static void main(String[] arguments) throws Exception {
    List<String> values = List.of(arguments);
    EmbeddedStores stores =
        EmbeddedStores.start(
            new StoresSettings(
                Path.of(values.get(0)),
                Integer.parseInt(values.get(1)),
                Integer.parseInt(values.get(2)),
                Integer.parseInt(values.get(3)),
                Boolean.parseBoolean(values.get(4))));
    StoreNotes notes = new StoreNotes(stores);
    notes.writeRow("row");
    notes.writeRecord("record");
    notes.writeKey("key");
    System.out.write(READY);
    System.out.flush();
    System.in.read();
  }
}
