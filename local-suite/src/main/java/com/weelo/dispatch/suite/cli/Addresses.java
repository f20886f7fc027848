package com.weelo.dispatch.suite.cli;

import com.weelo.dispatch.suite.SuiteDatabases;
import com.weelo.dispatch.suite.SuitePorts;
import com.weelo.dispatch.suite.SuiteService;
import com.weelo.dispatch.suite.client.DevelopmentTokens;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Prints where everything is, one line each. */
final class Addresses {

  private static final String HOST = SuitePorts.HOST;

  private final Terminal terminal;
  private final SuitePorts ports;

  Addresses(Terminal terminal, SuitePorts ports) {
    this.terminal = terminal;
    this.ports = ports;
  }

  void services() {
    services(List.of(SuiteService.values()));
  }

  void services(Collection<SuiteService> chosen) {
    for (var service : chosen) {
      print(service.module(), service.url(ports));
    }
  }

  /** With a token that is good for a day, which the page takes from its address. */
  void dashboard() {
    var token =
        new DevelopmentTokens(DevelopmentTokens.secret(), Clock.systemUTC(), Duration.ofDays(1))
            .ops("dashboard");
    print("dashboard", "http://%s:%d/#token=%s".formatted(HOST, ports.analytics(), token));
  }

  void stores() {
    var databases =
        Arrays.stream(SuiteService.values())
            .flatMap(service -> service.database().stream())
            .collect(Collectors.joining(", "));
    print(
        "PostgreSQL",
        "postgresql://%s:%s@%s:%d  (%s)"
            .formatted(
                SuiteDatabases.USER, SuiteDatabases.PASSWORD, HOST, ports.postgres(), databases));
    print("Kafka", HOST + ":" + ports.kafka());
    print("Redis", "redis://" + HOST + ":" + ports.redis());
    print(
        "FCM emulator",
        "https://%s:%d  (what came: http://%s:%d/messages)"
            .formatted(HOST, ports.fcm(), HOST, ports.fcmControl()));
    print(
        "SMS and e-mail",
        "https://%1$s:%2$d, smtp://%1$s:%3$d  (what came: http://%1$s:%4$d/sms, /emails)"
            .formatted(HOST, ports.fcm(), ports.smtp(), ports.fcmControl()));
  }

  void logs(Path directory) {
    print("logs", directory.resolve("logs").toString());
  }

  private void print(String name, String address) {
    terminal.line("%-20s  %s".formatted(name, address));
  }
}
