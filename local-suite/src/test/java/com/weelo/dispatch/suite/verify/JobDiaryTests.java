package com.weelo.dispatch.suite.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.suite.client.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JobDiaryTests {

  /** One truck stands in two fleets' registries. */
  private final JobDiary diary = new JobDiary(Map.of("ours", "KA01", "theirs", "KA01"));

  @Test
  void one_job_after_another_is_fine() {
    begun("first", "order-1", "ours", "ravi");
    went("first", "en_route");
    went("first", "delivered");
    begun("second", "order-2", "ours", "ravi");

    assertThat(diary.broken()).isEmpty();
    assertThat(diary.figures()).isEqualTo("2 jobs, 1 under way");
  }

  @Test
  void a_driver_on_two_jobs_is_found() {
    begun("first", "order-1", "ours", "ravi");
    begun("second", "order-2", "other", "ravi");

    assertThat(diary.broken())
        .containsExactly(
            "driver ravi was taken for assignment second while it had assignment first");
  }

  @Test
  void a_truck_on_two_jobs_is_found_also_where_two_fleets_have_it() {
    begun("first", "order-1", "ours", "ravi");
    begun("second", "order-1", "theirs", "anil");

    assertThat(diary.broken())
        .containsExactly(
            "vehicle KA01 was taken for assignment second while it had assignment first");
  }

  @Test
  void a_job_that_is_called_off_frees_both() {
    begun("first", "order-1", "ours", "ravi");
    went("first", "cancelled");
    begun("second", "booking-1", "theirs", "ravi");

    assertThat(diary.broken()).isEmpty();
  }

  @Test
  void what_a_hold_has_goes_on_the_job_that_is_made_of_it() {
    reserved("hold", "order-1", "ours");
    begun("first", "order-1", "ours", "ravi");

    assertThat(diary.broken()).isEmpty();
  }

  @Test
  void what_is_on_hold_for_one_order_can_not_go_out_for_another() {
    reserved("hold", "order-1", "ours");
    begun("first", "order-2", "theirs", "ravi");

    assertThat(diary.broken())
        .containsExactly("vehicle KA01 was taken for assignment first while it had hold hold");
  }

  @Test
  void what_is_out_can_not_be_reserved() {
    begun("first", "order-1", "ours", "ravi");
    reserved("hold", "order-1", "theirs");

    assertThat(diary.broken())
        .containsExactly("vehicle KA01 was taken for hold hold while it had assignment first");
  }

  @Test
  void what_a_released_hold_had_is_free() {
    reserved("hold", "order-1", "ours");
    diary.add("truck.hold.released", "order-1", json(Map.of("holdId", "hold")));
    reserved("another", "order-2", "theirs");

    assertThat(diary.broken()).isEmpty();
  }

  private void reserved(String hold, String order, String vehicle) {
    diary.add(
        "truck.hold.reserved", order, json(Map.of("holdId", hold, "vehicleIds", List.of(vehicle))));
  }

  private void begun(String assignment, String job, String vehicle, String driver) {
    diary.add(
        "assignment.created",
        job,
        json(Map.of("assignmentId", assignment, "vehicleId", vehicle, "driverId", driver)));
  }

  private void went(String assignment, String status) {
    diary.add(
        "assignment.updated", "job", json(Map.of("assignmentId", assignment, "status", status)));
  }

  private static JsonNode json(Map<String, Object> data) {
    return Json.tree(Json.bytes(data));
  }
}
