package com.weelo.dispatch.analytics.dashboard;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.By;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.json.Json;
import org.openqa.selenium.logging.LogType;

/** The page as who looks at it sees it. */
final class DashboardPage {

  private static final Json JSON = new Json();

  private final ChromeDriver driver;

  DashboardPage(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Opens it as somebody who was here before does not: with nothing remembered. */
  static DashboardPage openNew(Chromium chromium, URI page, String fragment) {
    var driver = chromium.driver();
    driver.get(page.resolve("favicon.svg").toString());
    driver.executeScript("sessionStorage.clear(); localStorage.clear();");
    driver.manage().logs().get(LogType.BROWSER);
    driver.manage().logs().get(LogType.PERFORMANCE);
    driver.get(page + fragment);
    return new DashboardPage(driver);
  }

  String address() {
    return String.valueOf(driver.getCurrentUrl());
  }

  String title() {
    return String.valueOf(driver.getTitle());
  }

  String connection() {
    return text("#connection-text");
  }

  String figure(String name) {
    return text("[data-figure='" + name + "']");
  }

  String text(String selector) {
    return String.valueOf(
        driver.executeScript(
            "const found = document.querySelector(arguments[0]);"
                + " return found && found.checkVisibility() ? found.textContent : '';",
            selector));
  }

  List<String> texts(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .map(DashboardPage::textOf)
        .toList();
  }

  int howMany(String selector) {
    return driver.findElements(By.cssSelector(selector)).size();
  }

  boolean shows(String selector) {
    return Boolean.TRUE.equals(
        driver.executeScript(
            "return document.querySelector(arguments[0])?.checkVisibility() ?? false;", selector));
  }

  void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  /** By script, for whom it makes no difference whether it is still shown. */
  void pressIfThere(String selector) {
    driver.executeScript("document.querySelector(arguments[0])?.click();", selector);
  }

  void type(String selector, String text) {
    driver.findElement(By.cssSelector(selector)).sendKeys(text);
  }

  void press(CharSequence key) {
    driver.switchTo().activeElement().sendKeys(key);
  }

  String focused() {
    return String.valueOf(driver.switchTo().activeElement().getAttribute("id"));
  }

  long number(String script) {
    var value = driver.executeScript("return " + script);
    return value instanceof Number number ? number.longValue() : -1;
  }

  /** Errors and warnings, among them what the policy did not let pass. */
  List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(entry -> entry.getMessage())
        .toList();
  }

  /** Every address that was asked for since the page was opened. */
  List<URI> requests() {
    return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
        .flatMap(entry -> requestIn(entry.getMessage()).stream())
        .toList();
  }

  private static Optional<URI> requestIn(String line) {
    Map<String, Object> entry = JSON.toType(line, Json.MAP_TYPE);
    if (entry.get("message") instanceof Map<?, ?> message
        && "Network.requestWillBeSent".equals(message.get("method"))
        && message.get("params") instanceof Map<?, ?> params
        && params.get("request") instanceof Map<?, ?> request) {
      return Optional.of(URI.create(String.valueOf(request.get("url"))));
    }
    return Optional.empty();
  }

  private static String textOf(WebElement element) {
    try {
      return element.getText();
    } catch (StaleElementReferenceException e) {
      return "";
    }
  }
}
