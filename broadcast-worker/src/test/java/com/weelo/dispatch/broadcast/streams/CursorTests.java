package com.weelo.dispatch.broadcast.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.broadcast.streams.Cursor.Heard;
import com.weelo.dispatch.broadcast.streams.Cursor.Progress;
import com.weelo.dispatch.broadcast.streams.Cursor.Welcome;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CursorTests {

  private static final String EPOCH = "e";

  @Test
  void who_comes_for_the_first_time_is_told_where_the_stream_stands_and_nothing_old() {
    var cursor = new Cursor(null);

    assertThat(read(cursor, reading(7))).isEqualTo(welcomed(7, false));
    assertThat(cursor.hear(at(8))).isEqualTo(Heard.SEND);
  }

  @Test
  void who_comes_back_gets_what_it_missed_and_then_what_is_new() {
    var cursor = new Cursor(at(5));

    assertThat(read(cursor, reading(7, 6, 7))).isEqualTo(welcomed(5, true, 6, 7));
    assertThat(cursor.hear(at(7))).isEqualTo(Heard.IGNORE);
    assertThat(cursor.hear(at(8))).isEqualTo(Heard.SEND);
  }

  @Test
  void who_comes_back_and_missed_nothing_has_recovered() {
    assertThat(read(new Cursor(at(7)), reading(7))).isEqualTo(welcomed(7, true));
  }

  @Test
  void who_comes_back_after_what_it_missed_is_gone_gets_nothing_old() {
    assertThat(read(new Cursor(at(2)), reading(7, 6, 7))).isEqualTo(welcomed(7, false));
  }

  @Test
  void who_comes_back_after_the_whole_history_is_gone_gets_nothing_old() {
    assertThat(read(new Cursor(at(2)), reading(7))).isEqualTo(welcomed(7, false));
  }

  @Test
  void who_claims_to_be_ahead_of_the_stream_starts_where_it_stands() {
    assertThat(read(new Cursor(at(9)), reading(7))).isEqualTo(welcomed(7, false));
  }

  @Test
  void who_comes_back_from_another_epoch_gets_nothing_old() {
    var cursor = new Cursor(new Position("other", 5));

    assertThat(read(cursor, reading(7))).isEqualTo(welcomed(7, false));
  }

  @Test
  void much_history_is_read_page_by_page_under_one_welcome() {
    var cursor = new Cursor(at(0));

    assertThat(read(cursor, reading(5, 1, 2)))
        .isEqualTo(new Progress(new Welcome(at(0), true), texts(1, 2), true));
    assertThat(read(cursor, reading(5, 3, 4))).isEqualTo(new Progress(null, texts(3, 4), true));
    assertThat(read(cursor, reading(5, 5))).isEqualTo(new Progress(null, texts(5), false));
  }

  @Test
  void what_is_heard_while_reading_is_read_for() {
    var cursor = new Cursor(at(5));
    cursor.beginReading();
    assertThat(cursor.hear(at(7))).isEqualTo(Heard.IGNORE);

    assertThat(cursor.endReading(reading(6, 6)).readOn()).isTrue();
    assertThat(read(cursor, reading(7, 7))).isEqualTo(new Progress(null, texts(7), false));
  }

  @Test
  void what_is_heard_while_a_newcomer_is_welcomed_is_read_for() {
    var cursor = new Cursor(null);
    cursor.beginReading();
    cursor.hear(at(8));

    assertThat(cursor.endReading(reading(7)).readOn()).isTrue();
    assertThat(read(cursor, reading(8, 8))).isEqualTo(new Progress(null, texts(8), false));
  }

  @Test
  void a_gap_is_read_for() {
    var cursor = new Cursor(at(5));
    read(cursor, reading(5));

    assertThat(cursor.hear(at(7))).isEqualTo(Heard.READ);
    assertThat(read(cursor, reading(7, 6, 7))).isEqualTo(new Progress(null, texts(6, 7), false));
  }

  @Test
  void who_fell_behind_hears_nothing_until_it_has_read_what_it_missed() {
    var cursor = new Cursor(at(5));
    read(cursor, reading(5));
    cursor.fallBehind();

    assertThat(cursor.hear(at(6))).isEqualTo(Heard.IGNORE);
    assertThat(read(cursor, reading(6, 6))).isEqualTo(new Progress(null, texts(6), false));
  }

  @Test
  void a_reading_asked_for_during_another_follows_it() {
    var cursor = new Cursor(at(5));
    assertThat(cursor.beginReading()).isTrue();
    assertThat(cursor.beginReading()).isFalse();

    assertThat(cursor.endReading(reading(5)).readOn()).isTrue();
  }

  @Test
  void who_was_there_when_an_epoch_began_is_welcomed_anew_and_gets_all_of_it() {
    var cursor = new Cursor(at(5));
    read(cursor, reading(5));

    assertThat(cursor.hear(new Position("new", 1))).isEqualTo(Heard.READ);
    assertThat(read(cursor, readingOf("new", 2))).isEqualTo(new Progress(null, List.of(), true));
    assertThat(read(cursor, readingOf("new", 2, 1, 2)))
        .isEqualTo(new Progress(new Welcome(new Position("new", 0), false), texts(1, 2), false));
    assertThat(cursor.hear(new Position("new", 3))).isEqualTo(Heard.SEND);
  }

  @Test
  void a_new_epoch_whose_beginning_is_gone_already_starts_where_it_stands() {
    var cursor = new Cursor(at(5));
    read(cursor, reading(5));

    cursor.hear(new Position("new", 9));
    read(cursor, readingOf("new", 9));
    assertThat(read(cursor, readingOf("new", 9, 8, 9)))
        .isEqualTo(new Progress(new Welcome(new Position("new", 9), false), List.of(), false));
  }

  @Test
  void after_a_failed_reading_another_can_begin() {
    var cursor = new Cursor(at(5));
    cursor.beginReading();
    cursor.failReading();

    assertThat(cursor.hear(at(6))).isEqualTo(Heard.IGNORE);
    assertThat(read(cursor, reading(6, 6))).isEqualTo(welcomed(5, true, 6));
  }

  private static Progress read(Cursor cursor, Reading found) {
    assertThat(cursor.beginReading()).isTrue();
    return cursor.endReading(found);
  }

  private static Progress welcomed(long offset, boolean recovered, long... frames) {
    return new Progress(new Welcome(at(offset), recovered), texts(frames), false);
  }

  private static Reading reading(long end, long... found) {
    return readingOf(EPOCH, end, found);
  }

  private static Reading readingOf(String epoch, long end, long... found) {
    return new Reading(new Position(epoch, end), found.length == 0 ? 0 : found[0], texts(found));
  }

  private static List<String> texts(long... offsets) {
    return LongStream.of(offsets).mapToObj(Long::toString).toList();
  }

  private static Position at(long offset) {
    return new Position(EPOCH, offset);
  }
}
