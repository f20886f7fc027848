package com.weelo.dispatch.analytics.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;

class DashboardPageIT {

  private static final String WITH_TOKEN = "#token=" + DashboardServer.TOKEN;
  private static final String BOOKING = "0199c1f0-0000-7000-8000-000000000001";

  @SuppressWarnings("NullAway.Init")
  private static Chromium chromium;

  @SuppressWarnings("NullAway.Init")
  private DashboardServer server;

  @BeforeAll
  static void start_the_browser() {
    assumeTrue(
        Chromium.isInstalled(),
        "No Chromium and chromedriver here: apt-get install chromium chromium-driver");
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop_the_browser() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void start_the_server() {
    server = DashboardServer.start();
    chromium.resize(1440, 900, 1, false);
  }

  @AfterEach
  void stop_the_server() {
    server.close();
  }

  @Test
  void the_page_shows_what_the_stream_tells() {
    server.begins(
        DashboardMessages.snapshot(
            DashboardMessages.captain("drv_1", "free")
                + ","
                + DashboardMessages.captain("drv_2", "busy"),
            DashboardMessages.booking(BOOKING, "searching")));
    var page = openLive();
    server.say("figures", DashboardMessages.figures());
    server.say("health", DashboardMessages.health(0, 0));
    tell("e-1", "booking.accepted", "accepted by trn_2, 19 others withdrawn");

    eventually()
        .untilAsserted(() -> {
          assertThat(page.figure("searched")).isEqualTo("2,000");
          assertThat(page.figure("accepted")).isEqualTo("720");
          assertThat(page.texts(".stage-share"))
              .containsExactly("in 60 min", "50 %", "90 %", "80 %", "97 %", "50 %");
          assertThat(page.figure("searching")).isEqualTo("1");
          assertThat(page.text("#legend")).contains("1 Free", "1 On a job", "0 Silent");
          assertThat(page.number("window.dashboard.captains")).isEqualTo(2);
          assertThat(page.text("#list-events .event-summary"))
              .isEqualTo("accepted by trn_2, 19 others withdrawn");
          assertThat(page.howMany(".chart-box canvas")).isEqualTo(3);
          assertThat(page.texts("[data-health][data-level='calm']")).hasSize(2);
          assertThat(page.number("window.dashboard.seenAt('e-1')")).isPositive();
        });
  }

  @Test
  void captains_and_bookings_come_change_and_go() {
    server.begins(DashboardMessages.snapshot(DashboardMessages.captain("drv_1", "free"), ""));
    var page = openLive();
    page.click("#tab-bookings");

    server.say(
        "captains",
        "{\"changed\":[%s],\"gone\":[]}".formatted(DashboardMessages.captain("drv_2", "stale")));
    server.say(
        "bookings",
        "{\"changed\":[%s],\"gone\":[]}"
            .formatted(DashboardMessages.booking(BOOKING, "searching")));
    eventually()
        .untilAsserted(() -> {
          assertThat(page.number("window.dashboard.captains")).isEqualTo(2);
          assertThat(page.text("#list-bookings .pill")).isEqualTo("searching");
          assertThat(page.text("#list-bookings .event-summary"))
              .isEqualTo("Truck 17 ft · wave 2 · 20 asked within 1.9 km");
        });

    server.say("captains", "{\"changed\":[],\"gone\":[\"drv_1\"]}");
    server.say(
        "bookings",
        "{\"changed\":[%s],\"gone\":[]}".formatted(DashboardMessages.booking(BOOKING, "accepted")));
    eventually()
        .untilAsserted(() -> {
          assertThat(page.number("window.dashboard.captains")).isEqualTo(1);
          assertThat(page.text("#list-bookings .pill")).isEqualTo("accepted");
        });

    server.say("bookings", "{\"changed\":[],\"gone\":[\"%s\"]}".formatted(BOOKING));
    eventually()
        .untilAsserted(
            () -> assertThat(page.text("#list-bookings .empty")).startsWith("No bookings yet"));
  }

  @Test
  void a_lag_and_dead_letters_are_loud_and_named() {
    var page = openLive();

    server.say("health", DashboardMessages.health(5_000, 3));

    eventually()
        .untilAsserted(() -> {
          assertThat(page.text("[data-health='lag'][data-level='loud']")).contains("5,000");
          assertThat(page.text("[data-health='dead'][data-level='alarm']")).contains("3");
          assertThat(page.text(".health-details"))
              .contains("booking.created.dlt", "notification-worker.events");
        });
  }

  @Test
  void a_broken_stream_is_said_and_connected_again_with_what_is_so_by_then() {
    server.begins(DashboardMessages.snapshot(DashboardMessages.captain("drv_1", "free"), ""));
    var page = openLive();

    server.answersStreamsWith(503);
    server.breakStreams();
    eventually()
        .untilAsserted(
            () -> assertThat(page.connection()).isEqualTo("Reconnecting: the service answers 503"));

    server.begins(DashboardMessages.EMPTY_SNAPSHOT);
    server.answersStreamsWith(200);
    page.pressIfThere("#retry"); // unless it has tried again by itself already
    eventually()
        .untilAsserted(() -> {
          assertThat(page.connection()).isEqualTo("Live");
          assertThat(page.number("window.dashboard.captains")).isZero();
        });
  }

  @Test
  void a_stream_that_breaks_is_taken_up_again_unasked() {
    var page = openLive();

    server.breakStreams();
    eventually().until(() -> server.connections() == 1);
    tell("e-9", "booking.created", "after the break");

    eventually()
        .untilAsserted(() -> {
          assertThat(page.connection()).isEqualTo("Live");
          assertThat(page.text("#list-events .event-summary")).isEqualTo("after the break");
        });
  }

  @Test
  void the_token_is_taken_out_of_the_address_and_kept_for_the_tab() {
    var page = openLive();

    assertThat(page.address()).doesNotContain(DashboardServer.TOKEN);
    chromium.driver().navigate().refresh();

    eventually().untilAsserted(() -> assertThat(page.connection()).isEqualTo("Live"));
    assertThat(page.shows("#token-dialog")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#token=an-old-one"})
  void a_token_is_asked_for_where_there_is_none_or_it_is_refused(String fragment) {
    var page = open(fragment);

    eventually().until(() -> page.shows("#token-dialog"));
    eventually()
        .untilAsserted(() ->
            assertThat(page.text("#token-reason"))
                .startsWith(fragment.isEmpty() ? "This page shows" : "The token was refused"));
    page.type("#token-input", DashboardServer.TOKEN + Keys.ENTER);

    eventually().untilAsserted(() -> assertThat(page.connection()).isEqualTo("Live"));
    assertThat(page.shows("#token-dialog")).isFalse();
  }

  @Test
  void who_is_not_of_the_operators_is_told_so() {
    server.answersStreamsWith(403);

    var page = open(WITH_TOKEN);

    eventually()
        .untilAsserted(() -> {
          assertThat(page.text("#token-reason")).contains("the role ops is needed");
          assertThat(page.connection()).isEqualTo("Not allowed in");
        });
  }

  @Test
  void a_booking_opens_with_its_milestones_timeline_and_decisions_of_each_wave() {
    server.knows(BOOKING, DashboardMessages.subject(BOOKING, "MG Road to Whitefield"));
    var page = openLive();
    tell("e-1", "booking.accepted", "by trn_2");
    eventually().until(() -> page.shows("#list-events button.event"));

    page.click("#list-events button.event");

    eventually()
        .untilAsserted(() -> {
          assertThat(page.text("#drawer-title")).isEqualTo("Booking …00000001");
          assertThat(page.texts(".milestones [data-reached='true'] span"))
              .satisfiesExactly(
                  created -> assertThat(created).isNotEmpty(),
                  offered -> assertThat(offered).isEqualTo("+140 ms"),
                  accepted -> assertThat(accepted).isEqualTo("+12 s"));
          assertThat(page.texts(".milestones [data-reached='false'] b"))
              .containsExactly("Assigned", "Completed");
          assertThat(page.texts(".timeline b"))
              .containsExactly("booking.created", "booking.accepted");
          assertThat(page.texts(".wave caption b")).containsExactly("Wave 1", "Wave 2");
          assertThat(page.text(".wave [data-outcome='accepted']")).contains("trn_2", "1.8 km");
          assertThat(page.text(".wave [data-outcome='withdrawn']")).contains("trn_1", "420 m");
        });
  }

  @Test
  void what_is_open_can_be_linked_to_and_is_closed_by_escape() {
    server.knows(BOOKING, DashboardMessages.subject(BOOKING, "MG Road to Whitefield"));
    var page = open(WITH_TOKEN + "&subject=" + BOOKING);
    eventually().until(() -> page.shows(".timeline"));
    assertThat(page.address()).endsWith("#subject=" + BOOKING);

    page.press(Keys.ESCAPE);

    eventually().until(() -> !page.shows("#drawer"));
    assertThat(page.address()).doesNotContain("subject");
  }

  @Test
  void a_booking_of_which_nothing_is_known_is_said_to_be_so_and_can_be_asked_for_again() {
    var page = open(WITH_TOKEN + "&subject=" + BOOKING);
    eventually()
        .untilAsserted(
            () -> assertThat(page.text("#drawer [role='alert']")).contains("Nothing is known"));

    server.knows(BOOKING, DashboardMessages.subject(BOOKING, "here after all"));
    page.click("#drawer [role='alert'] button");

    eventually()
        .untilAsserted(
            () -> assertThat(page.text(".timeline li:first-child p")).isEqualTo("here after all"));
  }

  @Test
  void the_list_shows_only_events_of_the_chosen_type_or_family() {
    var page = openLive();
    tell("e-1", "booking.created", "first");
    tell("e-2", "booking.accepted", "second");
    tell("e-3", "order.created", "third");
    eventually().until(() -> page.howMany("#list-events li") == 3);

    choose("booking.accepted");
    assertThat(page.texts("#list-events .event-summary")).containsExactly("second");
    choose("booking.*");
    assertThat(page.texts("#list-events .event-summary")).containsExactly("second", "first");

    tell("e-4", "order.created", "fourth");
    tell("e-5", "booking.expired", "fifth");
    eventually()
        .untilAsserted(() ->
            assertThat(page.texts("#list-events .event-summary"))
                .containsExactly("fifth", "second", "first"));
  }

  @Test
  void what_was_told_before_a_break_is_not_listed_twice() {
    var page = openLive();
    tell("e-1", "booking.created", "once");
    eventually().until(() -> page.howMany("#list-events li") == 1);

    tell("e-1", "booking.created", "once");
    tell("e-2", "booking.created", "after it");

    eventually()
        .untilAsserted(() ->
            assertThat(page.texts("#list-events .event-summary"))
                .containsExactly("after it", "once"));
  }

  @Test
  void text_of_events_is_never_taken_for_html() {
    var attack = "<img src=x onerror=document.title='taken'><b id=planted>bold</b>";
    server.knows(BOOKING, DashboardMessages.subject(BOOKING, attack));
    var page = openLive();
    server.say("events", DashboardMessages.event("e-1", attack, BOOKING, attack));
    server.say("health", "{\"groups\":[{\"group\":\"%s\",\"lag\":5000}]}".formatted(attack));
    eventually().until(() -> page.shows("#list-events button.event"));
    page.click("#list-events button.event");
    eventually().until(() -> page.shows(".timeline"));

    eventually()
        .untilAsserted(() -> {
          assertThat(page.text("#list-events .event-summary")).isEqualTo(attack);
          assertThat(page.text(".timeline li:first-child p")).isEqualTo(attack);
          assertThat(page.text(".health-details span")).isEqualTo(attack);
        });
    assertThat(page.howMany("#planted, img[src='x']")).isZero();
    assertThat(page.title()).isEqualTo("Weelo Dispatch");
  }

  @Test
  void a_message_that_makes_no_sense_is_left_out_and_the_next_one_shown() {
    var page = openLive();

    server.say("events", "this is not JSON");
    server.say("captains", "null");
    server.say("of-tomorrow", "{\"new\":true}");
    tell("e-1", "booking.created", "all the same");

    eventually()
        .untilAsserted(
            () -> assertThat(page.text("#list-events .event-summary")).isEqualTo("all the same"));
    assertThat(page.connection()).isEqualTo("Live");
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void where_nothing_has_happened_the_page_says_so() {
    var page = openLive();
    server.say("figures", "{\"funnel\":{},\"minutes\":[],\"lagMsP99\":null}");
    server.say("health", "{\"groups\":[],\"deadLetters\":[]}");

    eventually()
        .untilAsserted(() -> {
          assertThat(page.figure("created")).isEqualTo("0");
          assertThat(page.text("#map-note")).contains("No captains and no bookings yet");
          assertThat(page.texts(".chart .empty")).hasSize(3).noneMatch(String::isEmpty);
          assertThat(page.text("#list-events .empty")).isEqualTo("Nothing has happened yet.");
          assertThat(page.figure("dead")).isEqualTo("none");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 390, 768})
  void the_page_is_no_wider_than_a_phone(int width) {
    chromium.resize(width, 800, 2, true);
    server.begins(
        DashboardMessages.snapshot(
            DashboardMessages.captain("drv_1", "free"),
            DashboardMessages.booking(BOOKING, "searching")));
    server.knows(BOOKING, DashboardMessages.subject(BOOKING, "a/long/word/".repeat(20)));
    var page = openLive();
    server.say("figures", DashboardMessages.figures());
    server.say("health", DashboardMessages.health(123_456, 9_999));
    tell("e-1", "truck.request.broadcast", "a very long summary ".repeat(20).strip());
    eventually().until(() -> page.howMany(".chart-box canvas") == 3);

    assertThat(page.number("document.documentElement.scrollWidth")).isEqualTo(width);

    page.click("#tab-bookings");
    eventually().until(() -> page.shows("#list-bookings button.event"));
    page.click("#list-bookings button.event");
    eventually().until(() -> page.shows(".timeline"));
    assertThat(page.number("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(page.number("document.querySelector('.drawer-body').scrollWidth"))
        .isEqualTo(page.number("document.querySelector('.drawer-body').clientWidth"));
  }

  @Test
  void colours_are_those_of_the_system_until_somebody_chooses() {
    chromium.prefers("prefers-color-scheme", "dark");
    try {
      var page = openLive();
      var dark = ground(page);
      chromium.prefers("prefers-color-scheme", "light");
      var light = ground(page);
      assertThat(light).isNotEqualTo(dark);

      page.click("#theme");
      chromium.prefers("prefers-color-scheme", "dark");
      assertThat(ground(page)).as("light was chosen").isEqualTo(light);
      page.click("#theme");
      chromium.prefers("prefers-color-scheme", "light");
      assertThat(ground(page)).as("dark was chosen").isEqualTo(dark);
    } finally {
      chromium.prefers("prefers-color-scheme", "light");
    }
  }

  @Test
  void a_search_pulses_but_not_for_who_wants_no_motion() {
    server.begins(DashboardMessages.snapshot("", DashboardMessages.booking(BOOKING, "searching")));
    var page = openLive();
    eventually().until(() -> page.number("window.dashboard.paintedFramesPerSecond") > 0);

    chromium.prefers("prefers-reduced-motion", "reduce");
    try {
      eventually()
          .untilAsserted(() -> {
            assertThat(page.number("window.dashboard.paintedFramesPerSecond")).isZero();
            assertThat(page.number("window.dashboard.framesPerSecond")).isPositive();
          });
    } finally {
      chromium.prefers("prefers-reduced-motion", "no-preference");
    }
  }

  @Test
  void nothing_is_asked_of_another_host_and_nothing_breaks_the_policy() {
    server.knows(BOOKING, DashboardMessages.subject(BOOKING, "MG Road to Whitefield"));
    server.begins(
        DashboardMessages.snapshot(
            DashboardMessages.captain("drv_1", "busy"),
            DashboardMessages.booking(BOOKING, "searching")));
    var page = openLive();
    server.say("figures", DashboardMessages.figures());
    server.say("health", DashboardMessages.health(1, 1));
    page.click("#tab-bookings");
    eventually().until(() -> page.shows("#list-bookings button.event"));
    page.click("#list-bookings button.event");
    eventually().until(() -> page.shows(".timeline"));
    page.click("#drawer button");
    page.click(".leaflet-control-zoom-in");

    assertThat(page.requests())
        .hasSizeGreaterThan(20)
        .extracting(URI::getAuthority)
        .containsOnly(server.page().getAuthority());
    assertThat(page.complaints()).isEqualTo(List.of());
  }

  private DashboardPage openLive() {
    var page = open(WITH_TOKEN);
    eventually()
        .untilAsserted(() -> {
          assertThat(page.connection()).isEqualTo("Live");
          assertThat(server.connections()).isEqualTo(1);
        });
    return page;
  }

  private DashboardPage open(String fragment) {
    return DashboardPage.openNew(chromium, server.page(), fragment);
  }

  private void tell(String id, String type, String summary) {
    server.say("events", DashboardMessages.event(id, type, BOOKING, summary));
  }

  private void choose(String type) {
    chromium
        .driver()
        .executeScript(
            "const type = document.getElementById('event-type'); type.value = arguments[0];"
                + " type.dispatchEvent(new Event('change'));",
            type);
  }

  private static String ground(DashboardPage page) {
    return String.valueOf(
        chromium.driver().executeScript("return getComputedStyle(document.body).backgroundColor"));
  }

  private static ConditionFactory eventually() {
    return await().pollInterval(Duration.ofMillis(50));
  }
}
