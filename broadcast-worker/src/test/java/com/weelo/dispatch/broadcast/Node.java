package com.weelo.dispatch.broadcast;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.stores.Stores;
import com.weelo.dispatch.testing.Tokens;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A broadcast-worker of the test's own. */
record Node(ConfigurableApplicationContext context) implements AutoCloseable {

  private static final String DRAIN = "dispatch.shutdown.drain";

  static Node on(Stores stores, String... properties) {
    var all = new ArrayList<>(List.of(properties));
    if (all.stream().noneMatch(property -> property.startsWith(DRAIN))) {
      all.add(DRAIN + "=0s");
    }
    all.addAll(
        List.of(
            "spring.config.name=broadcast-worker",
            "server.port=0",
            "spring.kafka.bootstrap-servers=" + stores.kafka(),
            "spring.data.redis.host=" + stores.redis().host(),
            "spring.data.redis.port=" + stores.redis().port(),
            "dispatch.environment=local",
            "dispatch.jwt.secret=" + Tokens.SECRET));
    return new Node(
        new SpringApplicationBuilder(BroadcastApplication.class)
            .run(all.stream().map(property -> "--" + property).toArray(String[]::new)));
  }

  int port() {
    return context.getBean(NettyServer.class).port();
  }

  @Override
  public void close() {
    context.close();
  }
}
