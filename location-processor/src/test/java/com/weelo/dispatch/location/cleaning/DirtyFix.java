package com.weelo.dispatch.location.cleaning;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.events.GpsFix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * A row of gps-dirty-cases.csv.gz: see the note beside it.
 *
 * @param keptByHindsight whether a cleaning that could look ahead kept it
 */
record DirtyFix(int caseId, String kind, GpsFix fix, boolean keptByHindsight) {

  static List<DirtyFix> all() {
    var file = Objects.requireNonNull(DirtyFix.class.getResourceAsStream("gps-dirty-cases.csv.gz"));
    try (var rows = new BufferedReader(new InputStreamReader(new GZIPInputStream(file), UTF_8))) {
      return rows.lines().skip(1).map(DirtyFix::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DirtyFix parse(String row) {
    var columns = row.split(",", -1);
    var fix =
        new GpsFix(
            Double.parseDouble(columns[4]),
            Double.parseDouble(columns[5]),
            null,
            null,
            null,
            Instant.ofEpochMilli(Long.parseLong(columns[3])),
            null,
            null);
    return new DirtyFix(Integer.parseInt(columns[0]), columns[1], fix, columns[7].equals("kept"));
  }
}
