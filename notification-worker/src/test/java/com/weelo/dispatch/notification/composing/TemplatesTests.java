package com.weelo.dispatch.notification.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.weelo.dispatch.events.Money;
import com.weelo.dispatch.events.VehicleType;
import com.weelo.dispatch.notification.composing.Wording.Template;
import com.weelo.dispatch.platform.consuming.PoisonEvent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TemplatesTests {

  private static final VehicleType TIPPER = new VehicleType("TIPPER");
  private static final Money PRICE = new Money(500_000, "INR");
  private static final Locale HINDI = Locale.of("hi");

  private static final List<Wording> WORDINGS =
      List.of(
          Wordings.offer(TIPPER, 1234, PRICE),
          Wordings.offers(3, TIPPER, 12, PRICE),
          Wordings.accepted(TIPPER),
          Wordings.expired(TIPPER),
          Wordings.cancelled(TIPPER),
          Wordings.completed(TIPPER, PRICE),
          Wordings.filled(12),
          Wordings.confirmed(7, 12),
          Wordings.notFilled(),
          Wordings.orderCancelled(null),
          Wordings.orderCancelled("a landslide"),
          Wordings.orderCompleted(12),
          Wordings.assigned(TIPPER),
          Wordings.calledOff(TIPPER),
          Wordings.progress(7, 12, List.of("Sharma Roadlines"), 3),
          Wordings.progress(1, null, List.of("Sharma Roadlines"), 1));

  private final Templates templates = new Templates();

  static Stream<Arguments> everyWordingInEveryLanguage() {
    return Templates.LANGUAGES.stream()
        .flatMap(language -> WORDINGS.stream().map(wording -> Arguments.of(language, wording)));
  }

  @Test
  void every_template_is_tried_here() {
    assertThat(WORDINGS).extracting(Wording::template).contains(all());
  }

  private static Template[] all() {
    return Arrays.stream(Template.values())
        .filter(template -> template != Template.NONE)
        .toArray(Template[]::new);
  }

  @ParameterizedTest
  @MethodSource("everyWordingInEveryLanguage")
  void every_template_is_filled_in_every_language(Locale language, Wording wording) {
    var text = templates.render(wording, language);

    assertThat(text.title()).isNotBlank().doesNotContain("{", "}");
    assertThat(text.body()).isNotBlank().doesNotContain("{", "}");
  }

  @ParameterizedTest
  @MethodSource("everyWordingInEveryLanguage")
  void whatever_goes_into_a_text_stands_in_it(Locale language, Wording wording) {
    var whole = templates.render(wording, language);

    wording
        .values()
        .forEach((name, value) -> {
          var others = new HashMap<>(wording.values());
          others.put(name, new Wording.Words("something else"));
          assertThat(templates.render(new Wording(wording.template(), others), language))
              .as(name)
              .isNotEqualTo(whole);
        });
  }

  @ParameterizedTest
  @MethodSource("everyWordingInEveryLanguage")
  void nothing_is_rendered_of_which_a_part_is_missing(Locale language, Wording wording) {
    wording
        .values()
        .keySet()
        .forEach(name -> {
          var rest = new HashMap<>(wording.values());
          rest.remove(name);
          assertThatThrownBy(
                  () -> templates.render(new Wording(wording.template(), rest), language))
              .isInstanceOf(PoisonEvent.class)
              .hasMessageEndingWith(" lacks " + name);
        });
  }

  @Test
  void a_customer_reads_how_many_trucks_came_from_whom() {
    assertThat(english(Wordings.progress(7, 12, List.of("Sharma Roadlines"), 3)).body())
        .isEqualTo("7 of 12 trucks confirmed by Sharma Roadlines and 2 others");
    assertThat(english(Wordings.progress(2, 12, List.of("Sharma Roadlines"), 1)).body())
        .isEqualTo("2 of 12 trucks confirmed by Sharma Roadlines");
    assertThat(english(Wordings.progress(2, 12, List.of("Sharma Roadlines"), 2)).body())
        .isEqualTo("2 of 12 trucks confirmed by Sharma Roadlines and one other");
    assertThat(english(Wordings.progress(2, null, List.of("Sharma", "Kaveri"), 2)).body())
        .isEqualTo("2 trucks confirmed by Sharma and Kaveri");
    assertThat(english(Wordings.progress(9, 12, List.of("Sharma", "Kaveri"), 5)).body())
        .isEqualTo("9 of 12 trucks confirmed by Sharma, Kaveri and 3 others");
  }

  @Test
  void whoever_has_hindi_reads_hindi_and_whoever_has_tamil_english() {
    assertThat(templates.render(Wordings.filled(3), HINDI).title()).isEqualTo("सभी ट्रक मिल गए");
    assertThat(templates.render(Wordings.filled(3), Locale.of("hi", "IN")).title())
        .isEqualTo("सभी ट्रक मिल गए");
    assertThat(templates.render(Wordings.filled(3), Locale.of("ta")).title())
        .isEqualTo("All trucks found");
  }

  @Test
  void what_people_wrote_is_never_taken_for_a_variable() {
    assertThat(english(Wordings.orderCancelled("$1 {vehicle} \\")).body())
        .isEqualTo("Your order was cancelled: $1 {vehicle} \\");
  }

  @ParameterizedTest
  @CsvSource({"0, 0 m", "999, 999 m", "1000, 1.0 km", "12345, 12.3 km"})
  void distances_are_told_in_metres_or_kilometres(long meters, String told) {
    assertThat(english(Wordings.offer(TIPPER, meters, PRICE)).body()).contains(", " + told + " ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "123456789 | INR | INR 1,234,567.89",
        "123456    | JPY | JPY 123,456",
        "123456    | KWD | KWD 123.456",
        "50        | ZZZ | ZZZ 0.50"
      })
  void amounts_have_as_many_digits_as_their_currency(long minor, String currency, String told) {
    assertThat(english(Wordings.completed(TIPPER, new Money(minor, currency))).body())
        .endsWith(", " + told);
  }

  @ParameterizedTest
  @CsvSource({"TIPPER, Tipper", "MINI_TRUCK, Mini truck", "TRUCK_14FT, Truck 14ft"})
  void vehicle_types_are_told_in_words(String code, String told) {
    assertThat(english(Wordings.accepted(new VehicleType(code))).body()).endsWith(": " + told);
  }

  private Text english(Wording wording) {
    return templates.render(wording, Locale.ENGLISH);
  }
}
