package com.weelo.dispatch.analytics.facts;

import static java.util.stream.Collectors.toSet;

import com.weelo.dispatch.platform.database.CopyRows;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
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

  private static final String COLUMNS =
      "event_id, occurred_at, event_type, subject_id, customer_id, transporter_id, driver_id,"
          + " vehicle_id, assignment_id, vehicle_type, cell, outcome, quantity, amount_minor, currency";

  private static final String OFFER_COLUMNS =
      "event_id, offered_at, subject_id, wave, transporter_id, driver_id, vehicle_type,"
          + " distance_meters";

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
      savepoint.executeWithoutResult(status -> rows(facts).into(jdbc, into("facts")));
    } catch (DuplicateKeyException e) {
      fresh = storeSomeAgain(facts);
    }
    offersOf(fresh).into(jdbc, "offers (" + OFFER_COLUMNS + ")");
    return fresh;
  }

  private List<Fact> storeSomeAgain(List<Fact> facts) {
    jdbc.execute(
        "CREATE TEMPORARY TABLE IF NOT EXISTS incoming_facts (LIKE facts) ON COMMIT DELETE ROWS");
    rows(facts).into(jdbc, into("incoming_facts"));
    var fresh =
        jdbc
            .queryForList(
                """
                INSERT INTO facts (%1$s) SELECT %1$s FROM incoming_facts
                ON CONFLICT DO NOTHING RETURNING event_id
                """
                    .formatted(COLUMNS),
                UUID.class)
            .stream()
            .collect(toSet());
    var byId = new LinkedHashMap<UUID, Fact>();
    facts.stream()
        .filter(fact -> fresh.contains(fact.eventId()))
        .forEach(fact -> byId.putIfAbsent(fact.eventId(), fact));
    return List.copyOf(byId.values());
  }

  private static String into(String table) {
    return table + " (" + COLUMNS + ")";
  }

  private static CopyRows rows(Collection<Fact> facts) {
    var rows = new CopyRows(15);
    for (var fact : facts) {
      var amount = fact.amount();
      rows.row()
          .uuid(fact.eventId())
          .time(fact.occurredAt())
          .text(fact.eventType())
          .text(fact.subjectId())
          .text(fact.customerId() == null ? null : fact.customerId().value())
          .text(fact.transporterId() == null ? null : fact.transporterId().value())
          .text(fact.driverId() == null ? null : fact.driverId().value())
          .text(fact.vehicleId() == null ? null : fact.vehicleId().value())
          .text(fact.assignmentId() == null ? null : fact.assignmentId().value())
          .text(fact.vehicleType() == null ? null : fact.vehicleType().code())
          .int8(fact.cell())
          .text(fact.outcome())
          .int4(fact.quantity())
          .int8(amount == null ? null : amount.amountMinor())
          .text(amount == null ? null : amount.currency());
    }
    return rows;
  }

  private static CopyRows offersOf(Collection<Fact> facts) {
    var rows = new CopyRows(8);
    for (var fact : facts) {
      for (var offer : fact.offers()) {
        rows.row()
            .uuid(fact.eventId())
            .time(fact.occurredAt())
            .text(fact.subjectId())
            .int4(fact.wave())
            .text(offer.transporterId().value())
            .text(offer.driverId().value())
            .text(Objects.requireNonNull(fact.vehicleType()).code())
            .int8(offer.distanceMeters());
      }
    }
    return rows;
  }
}
