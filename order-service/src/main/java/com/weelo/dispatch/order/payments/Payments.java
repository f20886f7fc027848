package com.weelo.dispatch.order.payments;

import java.time.ZoneOffset;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** All payments, by JDBC: they are only ever added. */
@Repository
class Payments {

  private final JdbcTemplate jdbc;

  Payments(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * @return the how-manieth of its booking or order it is, which nobody else gets
   */
  long insert(Payment payment) {
    var job = payment.completed().key();
    jdbc.queryForList("SELECT pg_advisory_xact_lock(hashtextextended('payments ' || ?, 0))", job);
    var number =
        jdbc.queryForObject(
            """
            INSERT INTO payments (
              id, job_id, number, customer_id, recorded_by, amount, currency, method, paid_at)
            SELECT ?, ?, count(*) + 1, ?, ?, ?, ?, ?, ? FROM payments WHERE job_id = ?
            RETURNING number
            """,
            Long.class,
            payment.id().value(),
            job,
            payment.customerId().value(),
            payment.recordedBy().value(),
            payment.amount().amountMinor(),
            payment.amount().currency(),
            payment.method(),
            payment.paidAt().atOffset(ZoneOffset.UTC),
            job);
    return Objects.requireNonNull(number);
  }
}
