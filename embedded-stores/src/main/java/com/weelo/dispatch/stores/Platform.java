package com.weelo.dispatch.stores;

import java.util.Locale;

/** The operating system and processor, as the makers of the binaries spell them. */
enum Platform {
  LINUX_AMD64("linux-x86_64", "linux-amd64"),
  LINUX_ARM64("linux-arm_64", "linux-arm64"),
  MAC_AMD64("darwin-x86_64", "darwin-amd64"),
  MAC_ARM64("darwin-arm_64", "darwin-arm64");

  private final String postgres;
  private final String redis;

  Platform(String postgres, String redis) {
    this.postgres = postgres;
    this.redis = redis;
  }

  /**
   * The platform we run on.
   *
   * @throws StoreFailure on one for which there are no binaries
   */
  static Platform current() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean arm = arch.equals("aarch64") || arch.equals("arm64");
    boolean intel = arch.equals("amd64") || arch.equals("x86_64");
    if (os.startsWith("linux") && (arm || intel)) {
      return arm ? LINUX_ARM64 : LINUX_AMD64;
    }
    if (os.startsWith("mac") && (arm || intel)) {
      return arm ? MAC_ARM64 : MAC_AMD64;
    }
    throw new StoreFailure("There are no embedded stores for " + os + " on " + arch);
  }

  String postgresArchive() {
    return "postgres-" + postgres + ".txz";
  }

  String redisBinary() {
    return "redis-server-7.0.15-" + redis;
  }
}
