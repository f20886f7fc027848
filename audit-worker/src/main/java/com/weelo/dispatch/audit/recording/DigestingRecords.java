package com.weelo.dispatch.audit.recording;

import com.weelo.dispatch.platform.consuming.RecordBatchHandler;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Vouches for records without keeping them: one link for each run of offsets that a poll brought.
 */
@Component
public class DigestingRecords implements RecordBatchHandler {

  private final GrowingChains chains;
  private final Gaps gaps;
  private final JdbcTemplate jdbc;

  DigestingRecords(GrowingChains chains, Gaps gaps, JdbcTemplate jdbc) {
    this.chains = chains;
    this.gaps = gaps;
    this.jdbc = jdbc;
  }

  @Override
  public void handle(List<ConsumerRecord<String, byte[]>> records) {
    chains.grow(
        records,
        true,
        making ->
            DigestRows.copy(
                jdbc, rows -> making.accept((end, own) -> rows.addRuns(end, own, gaps))));
  }
}
