package com.weelo.dispatch.suite;

import java.util.ArrayList;
import java.util.List;

/** What tells a service where everything is: command-line arguments, which override all else. */
final class ServiceArguments {

  private static final String DRAIN = "--dispatch.shutdown.drain";

  private ServiceArguments() {}

  static String[] of(SuiteService service, SuiteSettings settings) {
    var ports = settings.ports();
    var arguments = new ArrayList<String>();
    arguments.add("--server.port=" + service.port(ports));
    arguments.add("--server.address=" + SuitePorts.HOST);
    arguments.add("--spring.kafka.bootstrap-servers=" + SuitePorts.HOST + ":" + ports.kafka());
    arguments.add("--spring.data.redis.host=" + SuitePorts.HOST);
    arguments.add("--spring.data.redis.port=" + ports.redis());
    arguments.add("--dispatch.environment=local");
    arguments.add("--dispatch.jwt.secret=" + settings.jwtSecret());
    if (service == SuiteService.NOTIFICATION) {
      arguments.addAll(emulator(settings));
    }
    service
        .database()
        .ifPresent(database -> {
          arguments.add("--spring.datasource.url=" + SuiteDatabases.url(database, ports));
          arguments.addAll(service == SuiteService.AUDIT ? audit(settings) : owner());
        });
    if (settings.serviceArguments().stream().noneMatch(given -> given.startsWith(DRAIN))) {
      arguments.add(DRAIN + "=0s"); // nobody shares requests out
    }
    arguments.addAll(settings.serviceArguments());
    return arguments.toArray(String[]::new);
  }

  private static List<String> emulator(SuiteSettings settings) {
    return List.of(
        "--dispatch.fcm.project-id=local-suite",
        "--dispatch.fcm.endpoint.host=" + SuitePorts.HOST,
        "--dispatch.fcm.endpoint.port=" + settings.ports().fcm(),
        "--dispatch.fcm.endpoint.certificate-authority=" + settings.certificateAuthority(),
        "--dispatch.sms.account-sid=AC-local-suite",
        "--dispatch.sms.auth-token=local-suite",
        "--dispatch.sms.from=+15550000000",
        "--dispatch.sms.endpoint.host=" + SuitePorts.HOST,
        "--dispatch.sms.endpoint.port=" + settings.ports().fcm(),
        "--dispatch.sms.endpoint.certificate-authority=" + settings.certificateAuthority(),
        "--spring.mail.host=" + SuitePorts.HOST,
        "--spring.mail.port=" + settings.ports().smtp());
  }

  /** The audit-worker may not change what it has written; the owner only makes its tables. */
  private static List<String> audit(SuiteSettings settings) {
    return List.of(
        "--spring.datasource.username=audit_writer",
        "--spring.datasource.password=audit_writer",
        "--spring.flyway.user=" + SuiteDatabases.USER,
        "--spring.flyway.password=" + SuiteDatabases.PASSWORD,
        "--dispatch.audit.signing-key=" + settings.auditKey(),
        "--dispatch.audit.create-signing-key=true",
        "--dispatch.audit.seal-file=" + settings.auditSeals());
  }

  private static List<String> owner() {
    return List.of(
        "--spring.datasource.username=" + SuiteDatabases.USER,
        "--spring.datasource.password=" + SuiteDatabases.PASSWORD);
  }
}
