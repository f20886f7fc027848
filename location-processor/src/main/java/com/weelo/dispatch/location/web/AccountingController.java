package com.weelo.dispatch.location.web;

import static java.util.stream.Collectors.toMap;

import com.weelo.dispatch.location.accounting.Accounts;
import com.weelo.dispatch.location.accounting.Refusals;
import com.weelo.dispatch.location.accounting.Tally;
import com.weelo.dispatch.location.cleaning.Outcome;
import com.weelo.dispatch.platform.security.AllowedRoles;
import com.weelo.dispatch.platform.security.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What became of every fix. */
@RestController
class AccountingController {

  private final Accounts accounts;
  private final Refusals refusals;

  AccountingController(Accounts accounts, Refusals refusals) {
    this.accounts = accounts;
    this.refusals = refusals;
  }

  /** {@code received = indexed + stored + the sum of dropped}, at any moment. */
  record Accounting(long received, long indexed, long stored, Map<String, Long> dropped) {

    static Accounting of(Tally tally) {
      return new Accounting(
          tally.received(),
          tally.of(Outcome.INDEXED),
          tally.of(Outcome.STORED),
          Outcome.DROPPED.stream()
              .collect(toMap(Outcome::code, tally::of, (a, b) -> a, LinkedHashMap::new)));
    }
  }

  /** What became of every position received: indexed, stored, or dropped and why. */
  @GetMapping("/api/v1/tracking/accounting")
  @AllowedRoles(Role.OPS)
  Accounting getAccounting() {
    refusals.writeDown();
    return Accounting.of(accounts.total());
  }
}
