package com.weelo.dispatch.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.stores.Stores;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

@StoresTest(database = "probe", properties = "spring.main.web-application-type=none")
class StoresTestIT {

  private final Environment environment;

  StoresTestIT(@Autowired Environment environment) {
    this.environment = environment;
  }

  @Test
  void aContextGetsADatabaseOfItsOwnAndTheAddressesOfTheStores() throws SQLException {
    String url = property("spring.datasource.url");

    assertThat(url).contains("/probe_");
    assertThat(property("spring.kafka.bootstrap-servers")).isEqualTo(TestStores.get().kafka());
    assertThat(property("spring.data.redis.port"))
        .isEqualTo(Integer.toString(TestStores.get().redis().port()));
    assertThat(property("dispatch.jwt.secret")).isEqualTo(Tokens.SECRET);
    try (Connection connection = connect(url)) {
      assertThat(connection.getCatalog()).startsWith("probe_");
    }
  }

  @Test
  void aClosedContextLeavesNeitherDatabaseNorReplicationSlot() throws SQLException {
    String url;
    try (ConfigurableApplicationContext context = anotherContext()) {
      url = context.getEnvironment().getRequiredProperty("spring.datasource.url");
      assertThat(url).isNotEqualTo(property("spring.datasource.url"));
      try (Connection connection = connect(url);
          Statement statement = connection.createStatement()) {
        statement.execute("select pg_create_logical_replication_slot('left_behind', 'pgoutput')");
      }
    }
    String database = url.substring(url.lastIndexOf('/') + 1);

    assertThat(count("select count(*) from pg_database where datname = ?", database)).isZero();
    assertThat(count("select count(*) from pg_replication_slots where database = ?", database))
        .isZero();
  }

  private static ConfigurableApplicationContext anotherContext() {
    return new SpringApplicationBuilder(NoBeans.class)
        .web(WebApplicationType.NONE)
        .properties(StoresInitializer.DATABASE + "=probe")
        .initializers(new StoresInitializer())
        .run();
  }

  private static int count(String query, String parameter) throws SQLException {
    try (Connection connection = connect(TestStores.get().postgres().jdbcUrl("postgres"));
        PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, parameter);
      try (var results = statement.executeQuery()) {
        results.next();
        return results.getInt(1);
      }
    }
  }

  private static Connection connect(String url) throws SQLException {
    Stores.Postgres postgres = TestStores.get().postgres();
    return DriverManager.getConnection(url, postgres.user(), postgres.password());
  }

  private String property(String name) {
    return environment.getRequiredProperty(name);
  }

  @SpringBootConfiguration
  static class NoBeans {}
}
