package com.weelo.dispatch.suite;

import com.weelo.dispatch.stores.StoresSettings;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a suite keeps everything, and on which ports it listens.
 *
 * @param directory holds the stores' data, certificates and logs; used by one suite at a time
 * @param keepData whether the stores' data outlives the suite; if not, data found at the start is
 *     deleted too
 * @param jwtSecret what callers' tokens are signed with
 * @param serviceArguments added to every service's command line, as {@code --name=value}
 */
public record SuiteSettings(
    Path directory,
    SuitePorts ports,
    boolean keepData,
    String jwtSecret,
    List<String> serviceArguments) {

  public SuiteSettings {
    directory = directory.toAbsolutePath().normalize();
    serviceArguments = List.copyOf(serviceArguments);
  }

  StoresSettings stores() {
    return new StoresSettings(
        directory.resolve("stores"), ports.postgres(), ports.kafka(), ports.redis(), keepData);
  }

  Path certificates() {
    return directory.resolve("fcm");
  }

  /** What the audit's seals are signed with. */
  public Path auditKey() {
    return audit().resolve("key.pem");
  }

  /** The seals of the audit, outside its database. */
  public Path auditSeals() {
    return audit().resolve("seals.ndjson");
  }

  /** In the database server's folder: wiped with the record that the seals speak of. */
  private Path audit() {
    return stores().directory().resolve("postgres").resolve("audit");
  }

  /** What senders to the FCM emulator have to trust. */
  Path certificateAuthority() {
    return certificates().resolve("ca.pem");
  }
}
