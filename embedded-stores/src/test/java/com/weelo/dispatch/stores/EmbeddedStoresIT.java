package com.weelo.dispatch.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EmbeddedStoresIT {

  private static final StoresSettings SETTINGS = StoresSettings.temporary();
  private static final EmbeddedStores STORES = EmbeddedStores.start(SETTINGS);

  private final StoreNotes notes = new StoreNotes(STORES);

  @AfterAll
  static void stop() {
    STORES.close();
    assertThat(SETTINGS.directory()).doesNotExist();
  }

  @Test
  void postgresIsDurableAndReadyForLogicalDecoding() throws SQLException {
    assertThat(notes.setting("server_version")).startsWith("18.");
    assertThat(notes.setting("fsync")).isEqualTo("on");
    assertThat(notes.setting("synchronous_commit")).isEqualTo("on");
    assertThat(notes.setting("wal_level")).isEqualTo("logical");
  }

  @Test
  void aDatabaseIsCreatedUnlessItIsThere() throws SQLException {
    STORES.createDatabase("booking");
    STORES.createDatabase("booking");

    assertThat(notes.databases()).containsOnlyOnce("booking");
  }

  @Test
  void aCommittedRowOutlivesAKilledPostgres() throws SQLException {
    notes.writeRow("committed");
    long before = STORES.postgresStore().pid();

    STORES.postgresStore().kill();
    assertThatThrownBy(notes::readRow).isInstanceOf(SQLException.class);
    STORES.postgresStore().start();

    assertThat(STORES.postgresStore().pid()).isNotEqualTo(before);
    assertThat(notes.readRow()).hasValue("committed");
  }

  @Test
  void anAcknowledgedRecordOutlivesAKilledKafka() throws Exception {
    notes.writeRecord("acknowledged");

    STORES.kafkaStore().kill();
    assertThat(STORES.kafkaStore().isRunning()).isFalse();
    STORES.kafkaStore().start();

    assertThat(notes.readRecord()).hasValue("acknowledged");
  }

  @Test
  void aKilledRedisComesBackEmptyWhereNothingIsKept() throws Exception {
    notes.writeKey("forgettable");

    STORES.redisStore().kill();
    STORES.redisStore().start();

    assertThat(notes.readKey()).isEmpty();
  }

  @Test
  void anotherSetRunsBesideIt() throws Exception {
    notes.writeRow("here");
    try (EmbeddedStores others = EmbeddedStores.start(StoresSettings.temporary())) {
      new StoreNotes(others).writeRow("there");

      assertThat(notes.readRow()).hasValue("here");
      assertThat(new StoreNotes(others).readRow()).hasValue("there");
    }
    assertThat(STORES.postgresStore().isRunning()).isTrue();
  }

  @Test
  void aFolderBelongsToOneAtATime() {
    assertThatThrownBy(() -> EmbeddedStores.start(SETTINGS))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
  }

  @Test
  void aPortThatIsTakenIsNamedAndNothingStaysBehind() {
    StoresSettings free = StoresSettings.temporary();
    StoresSettings clashing =
        new StoresSettings(
            free.directory(), free.postgresPort(), free.kafkaPort(), SETTINGS.redisPort(), false);

    assertThatThrownBy(() -> EmbeddedStores.start(clashing))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("Port " + SETTINGS.redisPort());
    assertThat(clashing.directory()).doesNotExist();
  }
}
