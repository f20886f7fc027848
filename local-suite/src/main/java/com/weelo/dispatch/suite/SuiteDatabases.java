package com.weelo.dispatch.suite;

/** How to reach the suite's databases as the superuser. */
public final class SuiteDatabases {

  public static final String USER = "postgres";
  public static final String PASSWORD = "postgres";

  private SuiteDatabases() {}

  /** The JDBC URL of a database, without credentials. */
  public static String url(String database, SuitePorts ports) {
    return "jdbc:postgresql://%s:%d/%s".formatted(SuitePorts.HOST, ports.postgres(), database);
  }
}
