package com.weelo.dispatch.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdsTests {

  @ParameterizedTest
  @MethodSource("kinds")
  void anIdIsAnOpaqueStringOfUpTo128Characters(Function<String, Object> kind) {
    assertThat(kind.apply("x")).hasToString("x");
    assertThat(kind.apply("x".repeat(128))).hasToString("x".repeat(128));
    assertThat(kind.apply("x")).isEqualTo(kind.apply("x")).isNotEqualTo(kind.apply("X"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anIdIsNeitherBlankNorLonger(Function<String, Object> kind) {
    assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(""));
    assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(" \t"));
    assertThatIllegalArgumentException().isThrownBy(() -> kind.apply("x".repeat(129)));
  }

  @Test
  void transportersAndDriversAreUsersToo() {
    assertThat(new TransporterId("ravi").asUser()).isEqualTo(new UserId("ravi"));
    assertThat(new DriverId("ravi").asUser()).isEqualTo(new UserId("ravi"));
  }

  static Stream<Function<String, Object>> kinds() {
    return Stream.of(
        AssignmentId::new,
        BookingId::new,
        DriverId::new,
        HoldId::new,
        NotificationId::new,
        OrderId::new,
        PaymentId::new,
        TransporterId::new,
        TruckRequestId::new,
        UserId::new,
        VehicleId::new,
        VehicleType::new);
  }
}
