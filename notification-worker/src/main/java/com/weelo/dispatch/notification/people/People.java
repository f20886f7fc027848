package com.weelo.dispatch.notification.people;

import com.weelo.dispatch.events.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** How people want to be told. Everybody is known: whoever has told nothing is as the rest are. */
@Repository
public class People {

  private final JdbcTemplate jdbc;
  private final PeopleProperties defaults;

  People(JdbcTemplate jdbc, PeopleProperties defaults) {
    this.jdbc = jdbc;
    this.defaults = defaults;
  }

  public Person of(UserId user) {
    return Objects.requireNonNull(of(List.of(user)).get(user));
  }

  public Map<UserId, Person> of(Collection<UserId> users) {
    Object ids = users.stream().map(UserId::value).toArray(String[]::new);
    var choices = choices(ids);
    var people = new HashMap<UserId, Person>();
    jdbc.query(
        """
        SELECT user_id, name, coalesce(locale, device_locale) AS locale,
               coalesce(time_zone, device_time_zone) AS time_zone, quiet_from, quiet_until
        FROM people WHERE user_id = ANY (?::text[])
        """,
        row -> {
          var person = person(row, choices);
          people.put(person.id(), person);
        },
        ids);
    users.forEach(user -> people.computeIfAbsent(user, id -> stranger(id, choices)));
    return people;
  }

  private Map<UserId, Map<Category, Map<Way, Boolean>>> choices(Object ids) {
    var choices = new HashMap<UserId, Map<Category, Map<Way, Boolean>>>();
    jdbc.query(
        "SELECT user_id, category, way, wanted FROM choices WHERE user_id = ANY (?::text[])",
        row -> {
          var ofUser =
              choices.computeIfAbsent(
                  new UserId(row.getString("user_id")), id -> new EnumMap<>(Category.class));
          // What an earlier version knew and this one does not is passed over.
          var category = Category.chosen(row.getString("category"));
          var way = Way.ofCode(row.getString("way"));
          if (category.isPresent() && way.isPresent()) {
            ofUser
                .computeIfAbsent(category.get(), c -> new EnumMap<>(Way.class))
                .put(way.get(), row.getBoolean("wanted"));
          }
        },
        ids);
    return choices;
  }

  private Person person(ResultSet row, Map<UserId, Map<Category, Map<Way, Boolean>>> choices)
      throws SQLException {
    var id = new UserId(row.getString("user_id"));
    var locale = row.getString("locale");
    var zone = row.getString("time_zone");
    return new Person(
        id,
        row.getString("name"),
        locale == null ? defaults.locale() : Locale.forLanguageTag(locale),
        zone == null ? defaults.timeZone() : ZoneId.of(zone),
        quietHours(row),
        choices.getOrDefault(id, Map.of()));
  }

  private static @Nullable QuietHours quietHours(ResultSet row) throws SQLException {
    var from = row.getObject("quiet_from", LocalTime.class);
    return from == null
        ? null
        : new QuietHours(from, row.getObject("quiet_until", LocalTime.class));
  }

  private Person stranger(UserId id, Map<UserId, Map<Category, Map<Way, Boolean>>> choices) {
    return new Person(
        id, null, defaults.locale(), defaults.timeZone(), null, choices.getOrDefault(id, Map.of()));
  }
}
