package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.data.Freight;
import com.weelo.dispatch.suite.data.Recording;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a demo replays. */
final class DataOptions {

  @Option(
      names = "--traces",
      paramLabel = "FILE",
      description = "other vehicles: CSV, plain or gzip, with the columns of the bundled ones")
  private @Nullable Path traces;

  @Option(names = "--trips", paramLabel = "FILE", description = "other trips, likewise")
  private @Nullable Path trips;

  /** The real bookings lie beside the project: it is not known whether they may be passed on. */
  @Option(
      names = "--freight",
      paramLabel = "FILE",
      defaultValue = "${sys:dispatch.home:-.}/../shared/data/freight-bookings.csv.gz",
      description = {
        "bookings of trucks that orders and fleets are made of, likewise (default:",
        "../shared/data/freight-bookings.csv.gz; where that is not there, made-up ones)"
      })
  private Path freight = Path.of("freight-bookings.csv.gz");

  Recording recording() {
    return Recording.load(traces, trips);
  }

  /** Of the region where the most trucks were booked. */
  Freight freight() {
    var all = Files.exists(freight) ? Freight.load(freight) : Freight.madeUp();
    return all.ofBusiestRegion();
  }
}
