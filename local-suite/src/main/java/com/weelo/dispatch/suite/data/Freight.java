package com.weelo.dispatch.suite.data;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import com.weelo.dispatch.events.GeoPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Bookings of trucks.
 *
 * @param bookings in the order of time, at least one
 * @param isMadeUp whether nobody ever made them
 */
public record Freight(List<FreightBooking> bookings, boolean isMadeUp) {

  private static final String BUNDLED = "made-up-freight.csv";

  /** Within reach of each other: trucks of one place serve customers of another. */
  private static final double REGION_METERS = 25_000;

  public Freight {
    bookings = bookings.stream().sorted(Comparator.comparing(FreightBooking::at)).toList();
    if (bookings.isEmpty()) {
      throw new MalformedRecording("the freight holds no booking of a known truck and place");
    }
  }

  /**
   * Real bookings.
   *
   * @throws MalformedRecording where the file lacks a column or holds what is no number
   * @throws UncheckedIOException where it cannot be read
   */
  public static Freight load(Path file) {
    try (var content = Files.newInputStream(file)) {
      return new Freight(
          CsvFile.read(file.toString(), content, FreightBooking::isUsable, FreightBooking::of),
          false);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /** The bundled ones, which are made up. */
  public static Freight madeUp() {
    try (var content = Freight.class.getResourceAsStream(BUNDLED)) {
      return new Freight(
          CsvFile.read(
              BUNDLED,
              Objects.requireNonNull(content, BUNDLED),
              FreightBooking::isUsable,
              FreightBooking::of),
          true);
    } catch (IOException e) {
      throw new UncheckedIOException(BUNDLED + " cannot be read", e);
    }
  }

  /**
   * Those around the place with the most of them. Real bookings are spread over all of a country;
   * trucks that are to be found near each would have to stand everywhere.
   */
  public Freight ofBusiestRegion() {
    var center = busiestPlace();
    return new Freight(
        bookings.stream()
            .filter(booking -> booking.pickup().distanceMetersTo(center) <= REGION_METERS)
            .toList(),
        isMadeUp);
  }

  /** The district and state from which the most goes, as recorded. */
  public String busiestArea() {
    return bookings.stream()
        .collect(groupingBy(FreightBooking::pickupArea, TreeMap::new, counting()))
        .entrySet()
        .stream()
        .max(Map.Entry.comparingByValue())
        .orElseThrow()
        .getKey();
  }

  private GeoPoint busiestPlace() {
    var places = new HashMap<GeoPoint, Integer>();
    bookings.forEach(booking -> places.merge(booking.pickup(), 1, Integer::sum));
    return places.keySet().stream()
        // Of equals always the same one.
        .sorted(Comparator.comparing(GeoPoint::latitude).thenComparing(GeoPoint::longitude))
        .max(Comparator.comparingInt(place -> around(place, places)))
        .orElseThrow();
  }

  private static int around(GeoPoint center, Map<GeoPoint, Integer> places) {
    return places.entrySet().stream()
        .filter(place -> place.getKey().distanceMetersTo(center) <= REGION_METERS)
        .mapToInt(Map.Entry::getValue)
        .sum();
  }
}
