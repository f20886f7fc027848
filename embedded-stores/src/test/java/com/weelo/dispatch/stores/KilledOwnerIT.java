package com.weelo.dispatch.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM that is killed can not stop its stores; the next one has to. */
class KilledOwnerIT {

  @TempDir private Path folder;

  @Test
  void theHeirOfItsFolderKillsTheOrphansAndFindsAllData() throws Exception {
    StoresSettings ports = StoresSettings.temporary();
    StoresSettings kept =
        new StoresSettings(
            folder, ports.postgresPort(), ports.kafkaPort(), ports.redisPort(), true);
    List<ProcessHandle> orphans = orphansOfAKilledOwner(kept);

    try (EmbeddedStores heir = EmbeddedStores.start(kept)) {
      assertThat(orphans).allMatch(ProcessTree::isGone);
      assertNotesIn(heir);
    }
    try (EmbeddedStores afterAnOrderlyStop = EmbeddedStores.start(kept)) {
      assertNotesIn(afterAnOrderlyStop);
    }
  }

  @Test
  void wipingAFolderKillsTheOrphansAndLeavesNoData() throws Exception {
    StoresSettings ports = StoresSettings.temporary();
    StoresSettings kept =
        new StoresSettings(
            folder, ports.postgresPort(), ports.kafkaPort(), ports.redisPort(), true);
    List<ProcessHandle> orphans = orphansOfAKilledOwner(kept);

    EmbeddedStores.wipe(kept);

    assertThat(orphans).allMatch(ProcessTree::isGone);
    assertThat(folder.resolve("postgres")).doesNotExist();
    assertThat(folder.resolve("kafka")).doesNotExist();
    assertThat(folder.resolve("redis")).doesNotExist();
  }

  @Test
  void aTemporaryFolderIsRemovedByWhoeverStartsNext() throws Exception {
    StoresSettings abandoned = StoresSettings.temporary();
    List<ProcessHandle> orphans = orphansOfAKilledOwner(abandoned);

    StoresDirectory.sweepAbandoned(StoresSettings.temporaryRoot());

    assertThat(orphans).allMatch(ProcessTree::isGone);
    assertThat(abandoned.directory()).doesNotExist();
  }

  private static List<ProcessHandle> orphansOfAKilledOwner(StoresSettings settings)
      throws Exception {
    Process owner = StoresOwner.launch(settings);
    List<ProcessHandle> stores = owner.descendants().toList();
    owner.destroyForcibly().waitFor();
    assertThat(stores).hasSizeGreaterThan(3).noneMatch(ProcessTree::isGone);
    return stores;
  }

  private static void assertNotesIn(Stores stores) throws Exception {
    StoreNotes notes = new StoreNotes(stores);
    assertThat(notes.readRow()).hasValue("row");
    assertThat(notes.readRecord()).hasValue("record");
    assertThat(notes.readKey()).hasValue("key");
  }
}
