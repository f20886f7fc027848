package com.weelo.dispatch.analytics.dashboard;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Takes the pictures of the dashboard that the documents show, of a suite that runs. */
public final class Screenshots {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Chromium chromium;
  private final URI dashboard;
  private final String token;
  private final Path folder;

  private Screenshots(Chromium chromium, URI dashboard, String token, Path folder) {
    this.chromium = chromium;
    this.dashboard = dashboard;
    this.token = token;
    this.folder = folder;
  }

  /** {@code URL TOKEN FOLDER [SECONDS]}: how long roads are given to appear on the map. */
  public static void main(String[] arguments) throws IOException {
    var seconds = arguments.length > 3 ? Long.parseLong(arguments[3]) : 60;
    var folder = Files.createDirectories(Path.of(arguments[2]));
    try (var chromium = Chromium.start()) {
      new Screenshots(chromium, URI.create(arguments[0]), arguments[1], folder)
          .takeAll(Duration.ofSeconds(seconds));
    }
  }

  private void takeAll(Duration trails) throws IOException {
    chromium.resize(1440, 900, 1.5, false);
    chromium.prefers("prefers-color-scheme", "light");
    chromium.driver().get(dashboard + "#token=" + token);
    until("return dashboard.captains > 0 && dashboard.connection === 'live'");
    pass(trails);
    take("dashboard-light");
    chromium.prefers("prefers-color-scheme", "dark");
    pass(Duration.ofSeconds(2));
    take("dashboard-dark");
    openABooking();
    take("dashboard-booking");
    click("#drawer button");
    chromium.resize(390, 844, 2, true);
    chromium.prefers("prefers-color-scheme", "light");
    click("#tab-events");
    chromium.driver().executeScript("scrollTo(0, 0)");
    pass(Duration.ofSeconds(3));
    take("dashboard-phone");
  }

  private void openABooking() {
    click("#tab-bookings");
    until("return document.querySelector('#list-bookings button.event') !== null");
    chromium
        .driver()
        .executeScript(
            "const rows = document.querySelectorAll('#list-bookings button.event');"
                + " rows[Math.floor(rows.length / 2)].click();");
    until("return document.querySelector('.wave') !== null");
    pass(Duration.ofSeconds(1));
  }

  private void click(String selector) {
    chromium.driver().findElement(By.cssSelector(selector)).click();
  }

  private void until(String script) {
    new WebDriverWait(chromium.driver(), PATIENCE)
        .until(page ->
            page instanceof JavascriptExecutor javascript
                && Boolean.TRUE.equals(javascript.executeScript(script)));
  }

  /** Lets the page draw for a while: what is to be seen comes of itself. */
  private void pass(Duration time) {
    chromium.driver().manage().timeouts().scriptTimeout(time.plus(PATIENCE));
    chromium
        .driver()
        .executeAsyncScript(
            "const [millis, done] = arguments; setTimeout(() => done(true), millis);",
            time.toMillis());
  }

  private void take(String name) throws IOException {
    var file = folder.resolve(name + ".png");
    Files.write(file, chromium.driver().getScreenshotAs(OutputType.BYTES));
    System.out.println(file);
  }
}
