package com.weelo.dispatch.suite;

import java.util.ArrayList;
import java.util.List;

/** What tells a service where everything is: command-line arguments, which override all else. */
final class ServiceArguments {

  private ServiceArguments() {}

  static String[] of(SuiteService service, SuiteSettings settings) {
    var ports = settings.ports();
    var arguments = new ArrayList<String>();
    arguments.add("--server.port=" + service.port(ports));
    arguments.add("--server.address=" + SuitePorts.HOST);
    arguments.add("--spring.kafka.bootstrap-servers=" + SuitePorts.HOST + ":" + ports.kafka());
    arguments.add("--spring.data.redis.host=" + SuitePorts.HOST);
    arguments.add("--spring.data.redis.port=" + ports.redis());
    arguments.add("--dispatch.jwt.secret=" + settings.jwtSecret());
    if (service == SuiteService.NOTIFICATION) {
      arguments.addAll(emulator(settings));
    }
    service.database().ifPresent(database -> arguments.addAll(datasource(database, ports)));
    arguments.addAll(settings.serviceArguments());
    return arguments.toArray(String[]::new);
  }

  private static List<String> emulator(SuiteSettings settings) {
    return List.of(
        "--dispatch.fcm.project-id=local-suite",
        "--dispatch.fcm.endpoint.host=" + SuitePorts.HOST,
        "--dispatch.fcm.endpoint.port=" + settings.ports().fcm(),
        "--dispatch.fcm.endpoint.certificate-authority=" + settings.certificateAuthority());
  }

  private static List<String> datasource(String database, SuitePorts ports) {
    return List.of(
        "--spring.datasource.url=" + SuiteDatabases.url(database, ports),
        "--spring.datasource.username=" + SuiteDatabases.USER,
        "--spring.datasource.password=" + SuiteDatabases.PASSWORD);
  }
}
