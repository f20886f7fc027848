package com.weelo.dispatch.broadcast.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import tools.jackson.databind.json.JsonMapper;

/** Serves Spring Boot's health and metrics, which are otherwise tied to a web framework. */
public final class Management {

  private static final String HEALTH = "/actuator/health";
  private static final String PROMETHEUS = "/actuator/prometheus";
  private static final String METRICS_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final HealthEndpoint health;
  private final PrometheusMeterRegistry metrics;
  private final Executor executor;
  private final HttpCodeStatusMapper statuses = HttpCodeStatusMapper.getDefault();
  private final JsonMapper json = new JsonMapper();

  /**
   * @param executor runs the checks, which may block
   */
  public Management(HealthEndpoint health, PrometheusMeterRegistry metrics, Executor executor) {
    this.health = health;
    this.metrics = metrics;
    this.executor = executor;
  }

  void answer(Channel channel, HttpMethod method, String path) {
    if (!path.startsWith("/actuator/")) {
      HttpAnswers.problem(channel, HttpResponseStatus.NOT_FOUND, "NOT_FOUND");
    } else if (!method.equals(HttpMethod.GET)) {
      HttpAnswers.problem(channel, HttpResponseStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED");
    } else {
      executor.execute(() -> answerGet(channel, path));
    }
  }

  private void answerGet(Channel channel, String path) {
    if (path.equals(PROMETHEUS)) {
      HttpAnswers.send(channel, HttpResponseStatus.OK, METRICS_TYPE, metrics.scrape());
    } else if (path.equals(HEALTH)) {
      answer(channel, health.health());
    } else if (path.startsWith(HEALTH + "/")) {
      answer(channel, health.healthForPath(path.substring(HEALTH.length() + 1).split("/", -1)));
    } else {
      HttpAnswers.problem(channel, HttpResponseStatus.NOT_FOUND, "NOT_FOUND");
    }
  }

  private void answer(Channel channel, @Nullable HealthDescriptor found) {
    if (found == null) {
      HttpAnswers.problem(channel, HttpResponseStatus.NOT_FOUND, "NOT_FOUND");
    } else {
      HttpAnswers.send(
          channel,
          HttpResponseStatus.valueOf(statuses.getStatusCode(found.getStatus())),
          "application/json",
          json.writeValueAsString(found));
    }
  }
}
