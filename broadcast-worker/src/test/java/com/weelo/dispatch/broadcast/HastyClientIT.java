package com.weelo.dispatch.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import com.weelo.dispatch.broadcast.server.NettyServer;
import com.weelo.dispatch.testing.StoresTest;
import com.weelo.dispatch.testing.TestStores;
import com.weelo.dispatch.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/** Where rooms are waited for as long as an event may take on a slow machine. */
@StoresTest(properties = "dispatch.broadcast.rooms.patience=3m")
@TestConstructor(autowireMode = AutowireMode.ALL)
class HastyClientIT {

  private final NettyServer server;

  HastyClientIT(NettyServer server) {
    this.server = server;
  }

  @Test
  void a_client_that_is_faster_than_the_event_is_not_sent_away() {
    var booking = ABooking.by(People.aCustomer());
    try (var kafka = new Kafka(TestStores.get());
        var customer =
            Client.connect(server.port(), Tokens.customer(booking.customer())).welcomed()) {
      customer.send("{'type':'subscribe','room':'booking:%s'}".formatted(booking.id()));

      kafka.happened(booking.offeredTo(People.aCaptain()));

      customer.awaitFrame("subscribed");
      assertThat(customer.received("error")).isEmpty();
    }
  }
}
