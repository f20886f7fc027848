package com.weelo.dispatch.analytics.dashboard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the stream says, word for word as the page gets it. */
final class DashboardMessages {

  static final String EMPTY_SNAPSHOT =
      "{\"at\":\"2026-01-05T10:00:00Z\",\"captains\":[],\"bookings\":[],\"cells\":[]}";

  private DashboardMessages() {}

  static String snapshot(String captains, String bookings) {
    return """
    {"at":"2026-01-05T10:00:00Z","captains":[%s],"bookings":[%s],\
    "cells":[{"cell":"8860145b0dfffff","demand":2,"supply":3,\
    "ring":[[12.97,77.59],[12.975,77.6],[12.97,77.61],[12.96,77.6]]}]}\
    """
        .formatted(captains, bookings);
  }

  static String captain(String id, String state) {
    return """
    {"id":"%s","lat":12.97,"lng":77.59,"state":"%s","type":"TRUCK_17FT"}\
    """
        .formatted(id, state);
  }

  static String booking(String id, String status) {
    return """
    {"id":"%s","kind":"booking","lat":12.971,"lng":77.594,"status":"%s","type":"TRUCK_17FT",\
    "wave":2,"offered":20,"radiusMeters":1900,"createdAt":"%s","winner":null}\
    """
        .formatted(id, status, Instant.now());
  }

  static String event(String id, String type, String subjectId, String summary) {
    return """
    {"events":[{"id":"%s","at":"2026-01-05T10:00:01Z","type":"%s","subject":"booking",\
    "subjectId":"%s","summary":"%s"}]}\
    """
        .formatted(id, type, subjectId, summary);
  }

  static String figures() {
    var start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(60, ChronoUnit.MINUTES);
    var minutes =
        IntStream.range(0, 60)
            .mapToObj(minute -> minute(start.plus(minute, ChronoUnit.MINUTES)))
            .collect(Collectors.joining(","));
    return """
    {"funnel":{"searched":2000,"created":1000,"offered":900,"accepted":720,"assigned":700,\
    "completed":350,"expired":90,"cancelled":10},"minutes":[%s],"lagMsP99":400}\
    """
        .formatted(minutes);
  }

  static String health(long lag, long deadLetters) {
    return """
    {"groups":[{"group":"notification-worker.events","lag":%d}],\
    "deadLetters":[{"topic":"booking.created.dlt","count":%d}]}\
    """
        .formatted(lag, deadLetters);
  }

  /** A booking that a captain of the second wave got. */
  static String subject(String id, String summary) {
    return """
    {"id":"%s","kind":"booking","status":"accepted","vehicleType":"TRUCK_17FT",\
    "createdAt":"2026-01-05T10:00:00Z","milestones":{"createdAt":"2026-01-05T10:00:00Z",\
    "offeredAt":"2026-01-05T10:00:00.140Z","acceptedAt":"2026-01-05T10:00:12.140Z"},"events":[\
    {"id":"e-1","at":"2026-01-05T10:00:00Z","type":"booking.created","summary":"%s"},\
    {"id":"e-2","at":"2026-01-05T10:00:12Z","type":"booking.accepted","summary":"by trn_2"}],\
    "decisions":[{"wave":1,"at":"2026-01-05T10:00:00Z","transporterId":"trn_1",\
    "driverId":"drv_1","distanceMeters":420,"outcome":"withdrawn"},{"wave":2,\
    "at":"2026-01-05T10:00:10Z","transporterId":"trn_2","driverId":"drv_2",\
    "distanceMeters":1840,"outcome":"accepted"}]}\
    """
        .formatted(id, summary);
  }

  private static String minute(Instant start) {
    return """
    {"start":"%s","created":20,"accepted":15,"expired":2,"acceptP50Ms":3800,\
    "acceptP99Ms":15000,"offerP50Ms":22,"offerP99Ms":120,"pushes":300,"pushesFailed":3}\
    """
        .formatted(start);
  }
}
