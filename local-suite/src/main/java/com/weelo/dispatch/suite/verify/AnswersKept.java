package com.weelo.dispatch.suite.verify;

import com.weelo.dispatch.suite.SuiteService;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whatever a client was told is made is in the database, and is that client's. */
final class AnswersKept implements Invariant {

  private final Path journal;

  AnswersKept(Path journal) {
    this.journal = journal;
  }

  @Override
  public String name() {
    return "every booking, every order answered with success is there";
  }

  @Override
  public Finding check(Evidence evidence) throws IOException {
    var bookings = customers(evidence, SuiteService.BOOKING, "bookings");
    var orders = customers(evidence, SuiteService.ORDER, "orders");
    var entries = Journal.read(journal);
    var missing = new ArrayList<String>();
    for (var entry : entries) {
      var customers =
          switch (entry.kind()) {
            case BOOKING -> bookings;
            case ORDER -> orders;
          };
      check(entry, customers, missing);
    }
    return new Finding(entries.size() + " answers", missing);
  }

  private static Map<String, String> customers(
      Evidence evidence, SuiteService service, String table) {
    var customers = new HashMap<String, String>();
    evidence
        .database(service)
        .sql("SELECT id, customer_id FROM " + table)
        .query(row -> {
          customers.put(row.getString(1), row.getString(2));
        });
    return customers;
  }

  static void check(Journal.Entry entry, Map<String, String> customers, List<String> missing) {
    var customer = customers.get(entry.id());
    if (customer == null) {
      missing.add(entry.id() + " was answered to " + entry.customerId() + " and is gone");
    } else if (!customer.equals(entry.customerId())) {
      missing.add(entry.id() + " was answered to another than its customer");
    }
  }
}
