package com.weelo.dispatch.stores;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** Asks a Kafka broker whether it is there. */
final class KafkaProtocol {

  private static final int PATIENCE_MILLIS = 5_000;

  private KafkaProtocol() {}

  /** Whether the broker has joined its cluster and tells clients about itself. */
  static boolean answers(String host, int port) {
    return accepts(host, port) && describesItself(host + ":" + port);
  }

  /** Asked first, because Kafka's client logs every attempt that fails. */
  private static boolean accepts(String host, int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static boolean describesItself(String bootstrapServers) {
    Map<String, Object> configuration =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            PATIENCE_MILLIS);
    try (Admin admin = Admin.create(configuration)) {
      return !admin.describeCluster().nodes().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
