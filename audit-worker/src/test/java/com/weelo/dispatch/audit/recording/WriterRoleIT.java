package com.weelo.dispatch.audit.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.weelo.dispatch.audit.testing.AuditDatabase;
import com.weelo.dispatch.testing.Together;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The role that the service works as can add to the record and do nothing else to it. */
class WriterRoleIT {

  private final AuditDatabase database = new AuditDatabase();
  private final JdbcTemplate writer = new JdbcTemplate(database.writer());

  @BeforeEach
  void recordSomething() {
    new Recorder(database, (partition, from, to) -> GapCause.MISSING)
        .record(Recorder.events("booking.created", 0, 3));
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE records SET actor = 'nobody'",
        "DELETE FROM records",
        "TRUNCATE records",
        "DROP TABLE records",
        "ALTER TABLE records DISABLE TRIGGER ALL",
        "UPDATE digests SET records = 0",
        "DELETE FROM digests",
        "TRUNCATE digests",
        "UPDATE seals SET number = 0",
        "DELETE FROM seals",
        "TRUNCATE seals",
        "UPDATE sealed_heads SET next_offset = 0",
        "DELETE FROM sealed_heads",
        "TRUNCATE sealed_heads",
        "UPDATE chains SET topic = 'x'",
        "DELETE FROM chains",
        "TRUNCATE chains",
        "DELETE FROM consumed_offsets",
        "SET ROLE postgres",
        "CREATE TABLE records2 (id int)"
      })
  void anything_but_adding_is_refused(String statement) {
    assertThatExceptionOfType(BadSqlGrammarException.class)
        .isThrownBy(() -> writer.execute(statement))
        .havingRootCause()
        .withMessageMatching("(?s).*(permission denied|must be owner).*");
  }

  @Test
  void a_service_that_could_do_more_does_not_start() {
    new WriterRights(writer).afterPropertiesSet();

    assertThatIllegalStateException()
        .isThrownBy(() -> new WriterRights(database.asOwner()).afterPropertiesSet())
        .withMessageContaining("spring.datasource.username")
        .withMessageContaining("DELETE on records");
  }

  @Test
  void many_databases_of_one_server_may_be_made_at_once() {
    var databases = Together.all(4, n -> new AuditDatabase());

    assertThat(databases)
        .allSatisfy(made ->
            assertThat(
                    new JdbcTemplate(made.writer())
                        .queryForObject("SELECT current_user", String.class))
                .isEqualTo(AuditDatabase.WRITER));
    databases.forEach(AuditDatabase::close);
  }
}
