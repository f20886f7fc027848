package com.weelo.dispatch.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.platform.outbox.AcknowledgedPosition.Transaction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.postgresql.replication.LogSequenceNumber;

class AcknowledgedPositionTests {

  private final AcknowledgedPosition acknowledged = new AcknowledgedPosition();

  @Test
  void a_transaction_counts_when_it_is_complete_and_all_its_events_are_acknowledged() {
    var transaction = acknowledged.begin();
    transaction.sent();
    transaction.acknowledged();
    assertThat(acknowledged.position()).isNull(); // more of it may come

    transaction.committed(lsn(10));
    assertThat(acknowledged.position()).isEqualTo(lsn(10));
    assertThat(acknowledged.idle()).isTrue();
  }

  @Test
  void a_later_transaction_waits_for_an_earlier_one() {
    var earlier = committed(10);
    var later = committed(20);

    later.acknowledged();
    assertThat(acknowledged.position()).isNull();

    earlier.acknowledged();
    assertThat(acknowledged.position()).isEqualTo(lsn(20));
  }

  @RepeatedTest(50)
  void the_position_never_passes_an_event_that_is_not_acknowledged(RepetitionInfo repetition) {
    var random = new Random(repetition.getCurrentRepetition());
    var open = new ArrayList<Integer>();
    var transactions = new ArrayList<Transaction>();
    for (var i = 0; i < 100; i++) {
      transactions.add(committed(i + 1));
      open.add(i);
    }
    Collections.shuffle(open, random);
    var unacknowledged = new HashSet<>(open);

    for (var index : open) {
      transactions.get(index).acknowledged();
      unacknowledged.remove(index);
      var firstOpen = unacknowledged.stream().mapToInt(Integer::intValue).min().orElse(100);
      assertThat(acknowledged.position()).isEqualTo(firstOpen == 0 ? null : lsn(firstOpen));
      assertThat(acknowledged.outstanding()).isEqualTo(unacknowledged.size());
    }
  }

  private Transaction committed(long at) {
    var transaction = acknowledged.begin();
    transaction.sent();
    transaction.committed(lsn(at));
    return transaction;
  }

  private static LogSequenceNumber lsn(long value) {
    return LogSequenceNumber.valueOf(value);
  }
}
