package com.weelo.dispatch.order.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.order.fleet.SpelledType.Known;
import com.weelo.dispatch.order.fleet.SpelledType.Unknown;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingPolicyTests {

  static final List<VehicleType> CATALOGUE =
      Stream.of(
              "MINI_TRUCK",
              "PICKUP",
              "TRUCK_14FT",
              "TRUCK_17FT",
              "TRUCK_20FT",
              "TRUCK_24FT",
              "TRUCK_32FT",
              "TRAILER_40FT",
              "CONTAINER_20FT",
              "TIPPER",
              "TANKER")
          .map(VehicleType::new)
          .toList();

  private final SpellingPolicy policy = new SpellingPolicy(CATALOGUE);

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      nullValues = "-",
      value = {
        "40 FT 3XL Trailer 35MT; TRAILER_40FT; triple axle; 35",
        "32 FT Multi-Axle 14MT - HCV; TRUCK_32FT; multi axle; 14",
        "40 FT Flat Bed Multi-Axle 27MT - Trailer; TRAILER_40FT; flat bed, multi axle; 27",
        "40 FT Flat Bed Double-Axle 21MT - Trailer; TRAILER_40FT; double axle, flat bed; 21",
        "32 FT Single-Axle 7MT - HCV; TRUCK_32FT; single axle; 7",
        "32 FT Multi-Axle MXL 18MT; TRUCK_32FT; multi axle; 18",
        "32 FT Open Tarus; TRUCK_32FT; open body, taurus; -",
        "32 FT Closed Container 15 MT; TRUCK_32FT; closed body, container; 15",
        "20 FT SXL Container; CONTAINER_20FT; container, single axle; -",
        "24 FT SXL Container; TRUCK_24FT; container, single axle; -",
        "17 FT Container; TRUCK_17FT; container; -",
        "20 FT CLOSE 7MT-MCV; TRUCK_20FT; closed body; 7",
        "20 FT Open 9MT - MCV; TRUCK_20FT; open body; 9",
        "15 FT Single-Axle 7.2MT (8.5 H) Container - HCV; TRUCK_14FT; container, single axle; 7.2",
        "19 FT OPEN BODY 8 MT; TRUCK_17FT; open body; 8",
        "19 FT Open 7MT - MCV; TRUCK_17FT; open body; 7",
        "28 FT Open Body 25MT; TRUCK_24FT; open body; 25",
        "30 FT Open MXL 30MT; TRUCK_24FT; multi axle, open body; 30",
        "50 FT Flat Bed 30MT - Trailer; TRAILER_40FT; flat bed; 30",
        "Tata 407 / 14 FT Open 3MT LCV; TRUCK_14FT; open body; 3",
        "Tata 407 Open 2MT - Mini-LCV; TRUCK_14FT; open body; 2",
        "1.5 MT Pickup (Open Body); PICKUP; open body; 1.5",
        "1.5 MT Vehicle (Closed Body); PICKUP; closed body; 1.5",
        "1 MT Tata Ace (Closed Body); MINI_TRUCK; closed body; 1",
        "Mahindra LCV 1MT; MINI_TRUCK; -; 1",
      })
  void names_that_freight_companies_use_are_understood(
      String spelling, String type, String subtype, BigDecimal tonnes) {
    assertThat(policy.read(spelling)).isEqualTo(new Known(new VehicleType(type), subtype, tonnes));
  }

  @Test
  void one_type_spelt_several_ways_is_one() {
    assertThat(policy.read("24 | 26 FT Taurus Open 21MT - HCV"))
        .isEqualTo(policy.read("24 / 26 FT Taurus Open 21MT - HCV"))
        .isEqualTo(
            new Known(new VehicleType("TRUCK_24FT"), "open body, taurus", new BigDecimal("21")));
  }

  @ParameterizedTest
  @CsvSource({
    "TRUCK_14FT, TRUCK_14FT",
    "truck-14 ft, TRUCK_14FT",
    "14ft, TRUCK_14FT",
    "14 feet truck, TRUCK_14FT",
    "mini truck, MINI_TRUCK",
    "MiniTruck, MINI_TRUCK",
    "pick-up, PICKUP",
    "Container, CONTAINER_20FT",
    "trailer, TRAILER_40FT",
    "Tipper 10 wheeler 16T, TIPPER",
    "dumper, TIPPER",
    "20 KL Tanker, TANKER",
    "tanker 12 MT, TANKER",
  })
  void codes_need_not_be_spelt_as_they_are(String spelling, String type) {
    var read = policy.read(spelling);
    assertThat(read instanceof Known known ? known.type().code() : "").isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SPACESHIP",
        "14 FT banana",
        "",
        "---",
        "truck",
        "8 FT",
        "37 FT Trailer (Open)",
        "HCV 9 MT",
        "0 MT",
        "trailer tanker",
        "TRUCK_15FTX",
      })
  void what_could_be_anything_is_not_guessed(String spelling) {
    assertThat(policy.read(spelling)).isInstanceOf(Unknown.class);
  }

  @ParameterizedTest
  @CsvSource({
    "TRUK_14FT, TRUCK_14FT",
    "TRUCK_32FEETS, TRUCK_32FT",
    "Tankers, TANKER",
    "37 FT Trailer (Open), TRAILER_40FT",
    "14 FT banana, TRUCK_14FT",
    "33 FT thing, TRUCK_32FT",
    "PICKUPS, PICKUP",
  })
  void the_unknown_is_told_what_is_nearest(String spelling, String nearest) {
    assertThat(policy.read(spelling))
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> assertThat(unknown.nearest()).hasSize(3).first().isEqualTo(nearest));
  }

  @Test
  void a_longer_catalogue_tells_trucks_apart_more_finely() {
    var finer =
        new SpellingPolicy(List.of(new VehicleType("TRUCK_24FT"), new VehicleType("TRUCK_28FT")));

    assertThat(finer.read("28 FT Open Body 25MT"))
        .isInstanceOfSatisfying(
            Known.class, known -> assertThat(known.type().code()).isEqualTo("TRUCK_28FT"));
  }

  @Test
  void who_orders_a_length_gets_no_less() {
    for (var feet = 1; feet < 100; feet++) {
      if (policy.read(feet + " FT truck") instanceof Known(var type, var subtype, var tonnes)) {
        assertThat(Integer.parseInt(type.code().replaceAll("\\D", ""))).isLessThanOrEqualTo(feet);
      }
    }
  }

  @Test
  void endless_names_are_not_read() {
    assertThat(policy.read("14 FT ".repeat(50_000))).isInstanceOf(Unknown.class);
  }
}
