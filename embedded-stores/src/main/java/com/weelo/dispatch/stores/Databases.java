package com.weelo.dispatch.stores;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** The databases of a PostgreSQL server. */
final class Databases {

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final String DUPLICATE_DATABASE = "42P04";

  private Databases() {}

  static void createIfAbsent(Stores.Postgres postgres, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("Not a name for a database: " + name);
    }
    try (Connection connection = connect(postgres)) {
      if (!exists(connection, name)) {
        create(connection, name);
      }
    } catch (SQLException e) {
      throw new StoreFailure("Database " + name + " could not be created", e);
    }
  }

  /** Answers whether the server takes a connection and a query. */
  static boolean answers(Stores.Postgres postgres) {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      return statement.execute("select 1");
    } catch (SQLException notYet) {
      return false;
    }
  }

  private static Connection connect(Stores.Postgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
  }

  private static boolean exists(Connection connection, String name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select 1 from pg_database where datname = ?")) {
      query.setString(1, name);
      return query.executeQuery().next();
    }
  }

  private static void create(Connection connection, String name) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      if (!DUPLICATE_DATABASE.equals(e.getSQLState())) {
        throw e;
      }
    }
  }
}
