package com.weelo.dispatch.analytics.live;

import com.weelo.dispatch.analytics.AnalyticsProperties;
import com.weelo.dispatch.analytics.live.Watcher.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells everybody who watches what is new, a few times a second. Who comes gets the whole first,
 * between two rounds, so that nothing falls in between.
 */
public final class Broadcasting implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Broadcasting.class);
  private static final Duration FIGURES_EVERY = Duration.ofSeconds(2);
  private static final Duration SURROUNDINGS_EVERY = Duration.ofSeconds(5);

  private final LiveView view;
  private final LiveCells cells;
  private final FiguringOut figures;
  private final LiveHealth health;
  private final JsonMapper json;
  private final Clock clock;
  private final Duration interval;
  private final List<Watcher> watchers = new CopyOnWriteArrayList<>();
  private final List<Watcher> newcomers = new CopyOnWriteArrayList<>();
  private @Nullable ScheduledExecutorService rounds;
  private Instant figuresDue = Instant.MIN;
  private Instant surroundingsDue = Instant.MIN;

  Broadcasting(
      LiveView view,
      LiveCells cells,
      FiguringOut figures,
      LiveHealth health,
      JsonMapper json,
      Clock clock,
      AnalyticsProperties properties) {
    this.view = view;
    this.cells = cells;
    this.figures = figures;
    this.health = health;
    this.json = json;
    this.clock = clock;
    this.interval = properties.frameInterval();
  }

  /** Somebody begins to watch. */
  public SseEmitter watch() {
    var watcher = new Watcher();
    newcomers.add(watcher);
    return watcher.emitter();
  }

  boolean isWatched() {
    return !watchers.isEmpty() || !newcomers.isEmpty();
  }

  private void round() {
    try {
      watchers.removeIf(Watcher::isGone);
      if (isWatched()) {
        tellWhatIsNew(clock.instant());
        welcomeNewcomers();
      } else {
        view.bookings().clear();
      }
    } catch (RuntimeException e) {
      log.warn("A round of the live page failed; the next one follows", e);
    }
  }

  private void tellWhatIsNew(Instant now) {
    var captains = view.captains().changes(now);
    if (!captains.isEmpty()) {
      tell("captains", Map.of("at", now, "changed", captains.changed(), "gone", captains.gone()));
    }
    var bookings = view.bookings().changes(now);
    if (!bookings.isEmpty()) {
      tell("bookings", bookings);
    }
    var events = view.events().drain();
    if (!events.events().isEmpty()) {
      tell("events", events);
    }
    if (!now.isBefore(figuresDue)) {
      figuresDue = now.plus(FIGURES_EVERY);
      tell("figures", figures.at(now, view.latencies()));
    }
    if (!now.isBefore(surroundingsDue)) {
      surroundingsDue = now.plus(SURROUNDINGS_EVERY);
      tellSurroundings(now);
    }
  }

  private void tellSurroundings(Instant now) {
    tell("cells", Map.of("cells", cells.at(now, view.captains().all())));
    try {
      tell("health", health.report());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      log.warn("Kafka does not say how far its readers are: {}", e.toString());
    }
  }

  private void welcomeNewcomers() {
    var welcomed = List.copyOf(newcomers);
    if (!welcomed.isEmpty()) {
      var snapshot = message("snapshot", view.snapshot());
      welcomed.forEach(watcher -> watcher.tell(snapshot));
      watchers.addAll(welcomed);
      newcomers.removeAll(welcomed);
      figuresDue = Instant.MIN; // they should not wait for the rest either
      surroundingsDue = Instant.MIN;
    }
  }

  private void tell(String name, Object data) {
    var message = message(name, data);
    watchers.forEach(watcher -> watcher.tell(message));
  }

  private Message message(String name, Object data) {
    return new Message(name, json.writeValueAsString(data));
  }

  @Override
  public void start() {
    rounds =
        Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("live-page").factory());
    var unused =
        rounds.scheduleWithFixedDelay(
            this::round, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    if (rounds != null) {
      rounds.shutdownNow();
      rounds = null;
    }
    watchers.forEach(Watcher::leave);
    newcomers.forEach(Watcher::leave);
  }

  @Override
  public boolean isRunning() {
    return rounds != null;
  }
}
