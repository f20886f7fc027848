package com.weelo.dispatch.audit.recording;

import com.weelo.dispatch.platform.consuming.RecordBatchHandler;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Records everything, one link for each record, be it an event or not. */
@Component
public class RecordingEvents implements RecordBatchHandler {

  private final GrowingChains chains;
  private final Gaps gaps;
  private final JdbcTemplate jdbc;

  RecordingEvents(GrowingChains chains, Gaps gaps, JdbcTemplate jdbc) {
    this.chains = chains;
    this.gaps = gaps;
    this.jdbc = jdbc;
  }

  @Override
  public void handle(List<ConsumerRecord<String, byte[]>> records) {
    chains.grow(
        records,
        false,
        making ->
            RecordRows.copy(
                jdbc,
                rows ->
                    making.accept((end, own) ->
                        own.forEach(
                            record -> rows.add(end, record, gaps.before(end, record.offset()))))));
  }
}
