package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every booking that a client was told is made is in the database, and is that client's. */
final class AnswersKept implements Invariant {

  private final Path journal;

  AnswersKept(Path journal) {
    this.journal = journal;
  }

  @Override
  public String name() {
    return "every booking answered with success is in the database";
  }

  @Override
  public Finding check(Evidence evidence) throws IOException {
    var customers = new HashMap<String, String>();
    evidence
        .database(SuiteService.BOOKING)
        .sql("SELECT id, customer_id FROM bookings")
        .query(row -> {
          customers.put(row.getString(1), row.getString(2));
        });
    var entries = Journal.read(journal);
    return new Finding(entries.size() + " answers", missing(entries, customers));
  }

  private static List<String> missing(List<Journal.Entry> entries, Map<String, String> customers) {
    var missing = new ArrayList<String>();
    for (var entry : entries) {
      var customer = customers.get(entry.bookingId());
      if (customer == null) {
        missing.add(entry.bookingId() + " was answered to " + entry.customerId() + " and is gone");
      } else if (!customer.equals(entry.customerId())) {
        missing.add(entry.bookingId() + " was answered to another than its customer");
      }
    }
    return missing;
  }
}
