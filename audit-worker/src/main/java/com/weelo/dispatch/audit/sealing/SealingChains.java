package com.weelo.dispatch.audit.sealing;

import com.weelo.dispatch.audit.sealing.Seals.FoundHead;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals all chains from time to time: signed, linked to the last seal, kept in the database and in
 * a file outside it, and told to others. Of several instances one does so; all write it down.
 */
public final class SealingChains {

  private static final int LINES_AT_ONCE = 1_000;

  private final Seals seals;
  private final SigningKey key;
  private final SealFile file;
  private final TransactionOperations transactions;
  private final Consumer<Seal> telling;
  private final Clock clock;
  private final Duration interval;

  /** The last seal in the file; negative as long as nobody looked. */
  private long written = -1;

  public SealingChains(
      Seals seals,
      SigningKey key,
      SealFile file,
      TransactionOperations transactions,
      Consumer<Seal> telling,
      Clock clock,
      Duration interval) {
    this.seals = seals;
    this.key = key;
    this.file = file;
    this.transactions = transactions;
    this.telling = telling;
    this.clock = clock;
    this.interval = interval;
  }

  /** Makes a seal unless the last one is younger than the interval. */
  public synchronized void sweep() {
    var made = Optional.ofNullable(transactions.execute(status -> sealIfDue()));
    writeDown();
    made.ifPresent(telling);
  }

  private @Nullable Seal sealIfDue() {
    seals.lock();
    var last = seals.last();
    return last.isPresent() && isFresh(last.get()) ? null : seal(last);
  }

  /**
   * Somebody else made it just now; one that is nearly due is due, else every other would be late.
   */
  private boolean isFresh(Seal last) {
    return last.sealedAt().plus(interval.dividedBy(4).multipliedBy(3)).isAfter(clock.instant());
  }

  private Seal seal(Optional<Seal> last) {
    var found = seals.heads();
    var heads = found.stream().map(FoundHead::head).toList();
    var seal =
        Seal.unsigned(
                last.map(Seal::number).orElse(0L) + 1,
                clock.instant(),
                last.map(Seal::hash).orElseGet(Seal::beforeTheFirst),
                heads.size(),
                SealedHead.root(heads))
            .signed(key);
    seals.add(seal, found.stream().filter(FoundHead::moved).map(FoundHead::head).toList());
    return seal;
  }

  /** Whoever made them, and also those that a crash kept out of the file. */
  private void writeDown() {
    if (written < 0) {
      written = file.last().orElse(0);
    }
    List<Seal> missing;
    do {
      missing = seals.after(written, LINES_AT_ONCE);
      if (!missing.isEmpty()) {
        file.append(missing);
        written = missing.getLast().number();
      }
    } while (missing.size() == LINES_AT_ONCE);
  }
}
