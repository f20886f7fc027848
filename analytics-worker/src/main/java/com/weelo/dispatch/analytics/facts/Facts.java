package com.weelo.dispatch.analytics.facts;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The facts, each once. */
@Repository
public class Facts {

  private final JdbcTemplate jdbc;
  private final TransactionTemplate savepoint;

  Facts(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /**
   * Stores what is not there yet, in the caller's transaction.
   *
   * <p>Hardly ever does an event come twice, so they are first copied as if none did.
   *
   * @return those that were new, in their order
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<Fact> store(List<Fact> facts) {
    var fresh = facts;
    try {
      savepoint.executeWithoutResult(
          status -> FactRows.of(facts).into(jdbc, FactRows.into("facts")));
    } catch (DuplicateKeyException e) {
      fresh = storeSomeAgain(facts);
    }
    FactRows.offersOf(fresh).into(jdbc, FactRows.OFFERS);
    return fresh;
  }

  private List<Fact> storeSomeAgain(List<Fact> facts) {
    jdbc.execute(
        "CREATE TEMPORARY TABLE IF NOT EXISTS incoming_facts (LIKE facts) ON COMMIT DELETE ROWS");
    FactRows.of(facts).into(jdbc, FactRows.into("incoming_facts"));
    var fresh =
        jdbc
            .queryForList(
                """
                INSERT INTO facts (%1$s) SELECT %1$s FROM incoming_facts
                ON CONFLICT DO NOTHING RETURNING event_id
                """
                    .formatted(FactRows.COLUMNS),
                UUID.class)
            .stream()
            .collect(toSet());
    var byId = new LinkedHashMap<UUID, Fact>();
    facts.stream()
        .filter(fact -> fresh.contains(fact.eventId()))
        .forEach(fact -> byId.putIfAbsent(fact.eventId(), fact));
    return List.copyOf(byId.values());
  }
}
