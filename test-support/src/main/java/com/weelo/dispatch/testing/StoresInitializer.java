package com.weelo.dispatch.testing;

import com.weelo.dispatch.stores.Stores;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Points a Spring context at the {@linkplain TestStores shared stores}. {@link StoresTest} applies
 * it; with a plain {@code @SpringBootTest} name it in {@code @ContextConfiguration(initializers)}.
 *
 * <p>Every context has its own database, named after the property {@value #DATABASE} and a random
 * ending, which is dropped with its replication slots when the context closes; and its own consumer
 * groups, told apart by {@value #GROUP_SUFFIX}. Topics and Redis are shared: a test meets the
 * records and drivers of others there, and has to find its own by id.
 */
public final class StoresInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** How the name of the context's database begins; without it there is no database. */
  public static final String DATABASE = "dispatch.test.database";

  /**
   * Whether the service logs into its database as a role of its own: then only the migration is the
   * superuser.
   */
  public static final String OWN_LOGIN = "dispatch.test.own-login";

  /** What every consumer group of the context ends with. */
  public static final String GROUP_SUFFIX = "dispatch.consuming.group-suffix";

  /** Long, unless a test says otherwise: a machine that is busy has not lost its Redis. */
  private static final String REDIS_PATIENCE = "dispatch.redis.command-timeout";

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Stores stores = TestStores.get();
    String ending = "_" + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    Map<String, Object> properties = new HashMap<>();
    properties.put("spring.kafka.bootstrap-servers", stores.kafka());
    properties.put("spring.data.redis.host", stores.redis().host());
    properties.put("spring.data.redis.port", stores.redis().port());
    properties.put("dispatch.environment", "local");
    properties.put("dispatch.jwt.secret", Tokens.SECRET);
    properties.put("dispatch.shutdown.drain", "0s"); // nobody shares requests out
    properties.put(GROUP_SUFFIX, ending);
    if (!context.getEnvironment().containsProperty(REDIS_PATIENCE)) {
      properties.put(REDIS_PATIENCE, "30s");
    }
    OpenContexts.opened();
    onClose(context, "leaving the shared stores", OpenContexts::closed);

    String database = context.getEnvironment().getProperty(DATABASE, "");
    if (!database.isEmpty()) {
      TestDatabase fresh = TestDatabase.create(stores, database + ending);
      onClose(context, "dropping " + fresh.name(), fresh::drop);
      properties.put("spring.datasource.url", fresh.jdbcUrl());
      boolean login = context.getEnvironment().getProperty(OWN_LOGIN, Boolean.class, false);
      properties.put(
          login ? "spring.flyway.user" : "spring.datasource.username", stores.postgres().user());
      properties.put(
          login ? "spring.flyway.password" : "spring.datasource.password",
          stores.postgres().password());
    }
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("shared test stores", properties));
  }

  /** What is registered before any bean runs after all of them are destroyed, last in first out. */
  private static void onClose(
      ConfigurableApplicationContext context, String name, Runnable action) {
    DefaultSingletonBeanRegistry registry = (DefaultSingletonBeanRegistry) context.getBeanFactory();
    registry.registerDisposableBean(name, action::run);
  }
}
