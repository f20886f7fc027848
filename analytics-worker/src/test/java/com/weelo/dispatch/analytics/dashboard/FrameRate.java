package com.weelo.dispatch.analytics.dashboard;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * Measures how many frames a second the map draws in a headless Chromium that draws in software:
 * the least that a machine with a graphics card can do better; and how long after they happened
 * events are seen.
 */
public final class FrameRate {

  /** Long enough that the first captains have come and the page's code is warm. */
  private static final Duration WARM_UP = Duration.ofSeconds(5);

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final String COUNT_FRAMES =
      """
      const [millis, done] = arguments;
      let start = null, last = null, frames = 0, longest = 0;
      const began = Date.now();
      requestAnimationFrame(function frame(now) {
        if (start === null) start = now;
        else { frames++; longest = Math.max(longest, now - last); }
        last = now;
        if (now - start < millis) return requestAnimationFrame(frame);
        const seconds = (now - start) / 1000;
        const delays = dashboard.delaysSince(began).sort((a, b) => a - b);
        const share = (percent) => delays[Math.min(delays.length - 1, Math.floor(delays.length * percent / 100))] ?? 0;
        done([frames / seconds, dashboard.paintedFramesPerSecond, longest, dashboard.captains,
          delays.length, share(50), share(99)]);
      });
      """;

  private FrameRate() {}

  /**
   * What was seen.
   *
   * @param framesPerSecond over the whole time
   * @param paintedPerSecond those in which the captains were painted, over its last two seconds
   * @param longestMillis between two frames
   * @param captains on the map
   * @param events that happened and were seen meanwhile
   * @param delayP50Millis from an event to the eyes, of half of them at most
   * @param delayP99Millis likewise, of 99 in a hundred
   */
  public record Measured(
      double framesPerSecond,
      double paintedPerSecond,
      double longestMillis,
      long captains,
      long events,
      double delayP50Millis,
      double delayP99Millis) {}

  /** Looks at a dashboard that is being told of captains on the move, with a token for it. */
  public static Measured of(URI dashboard, String token, Duration time) {
    try (var chromium = Chromium.start()) {
      var driver = chromium.driver();
      chromium.resize(1440, 900, 1, false);
      driver.get(dashboard + "#token=" + token);
      new WebDriverWait(driver, PATIENCE)
          .until(page -> hold(page, "return window.dashboard?.captains > 0"));
      driver.manage().timeouts().scriptTimeout(time.plus(WARM_UP).plus(PATIENCE));
      driver.executeAsyncScript(COUNT_FRAMES, WARM_UP.toMillis());
      var seen = (List<?>) driver.executeAsyncScript(COUNT_FRAMES, time.toMillis());
      if (seen == null) {
        throw new IllegalStateException("The page told nothing");
      }
      return new Measured(
          number(seen.get(0)),
          number(seen.get(1)),
          number(seen.get(2)),
          (long) number(seen.get(3)),
          (long) number(seen.get(4)),
          number(seen.get(5)),
          number(seen.get(6)));
    }
  }

  /** As {@link #of}, with captains that we drive ourselves; they all report every four seconds. */
  public static Measured ofCaptains(int captains, Duration time) {
    try (var server = DashboardServer.start();
        var traffic = new Traffic(server, captains)) {
      traffic.start();
      return of(server.page(), DashboardServer.TOKEN, time);
    }
  }

  /** {@code [SECONDS [URL TOKEN]]}: of a running suite, or of 2,000 captains of our own. */
  public static void main(String[] arguments) {
    var time = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 20);
    var measured =
        arguments.length > 2
            ? of(URI.create(arguments[1]), arguments[2], time)
            : ofCaptains(2_000, time);
    System.out.printf(
        Locale.ROOT,
        "%d captains: %.1f frames/s (%.1f of them painted), longest pause %.0f ms; %d events seen"
            + " after p50 %.0f, p99 %.0f ms%n",
        measured.captains(),
        measured.framesPerSecond(),
        measured.paintedPerSecond(),
        measured.longestMillis(),
        measured.events(),
        measured.delayP50Millis(),
        measured.delayP99Millis());
  }

  private static boolean hold(Object page, String script) {
    return page instanceof JavascriptExecutor javascript
        && Boolean.TRUE.equals(javascript.executeScript(script));
  }

  private static double number(Object value) {
    return value instanceof Number number ? number.doubleValue() : 0;
  }
}
