package com.weelo.dispatch.fcm;

import static com.weelo.dispatch.fcm.FcmEmulatorSettings.onFreePorts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.http.HttpClient.Version;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FcmEmulatorTests {

  @TempDir Path certificates;

  @Test
  void everySendWaitsAsLongAsTheLatency() {
    Duration latency = Duration.ofMillis(100);
    try (var emulator = FcmEmulator.start(onFreePorts(certificates).withLatency(latency));
        var sender = new Sender(emulator, Version.HTTP_2)) {
      long start = System.nanoTime();

      sender.sendTo("phone-1");

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(latency);
    }
  }

  @Test
  void theOldestMessagesGoWhereMoreComeThanAreKept() {
    try (var emulator = FcmEmulator.start(onFreePorts(certificates).withKeptMessages(2));
        var sender = new Sender(emulator, Version.HTTP_2)) {
      sender.sendTo("phone-1");
      sender.sendTo("phone-2");
      sender.sendTo("phone-3");

      assertThat(emulator.messages().all())
          .extracting(ReceivedMessage::token)
          .containsExactly("phone-2", "phone-3");
    }
  }

  @Test
  void aTakenPortIsNamed() {
    try (var first = FcmEmulator.start(onFreePorts(certificates))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> FcmEmulator.start(onFreePorts(certificates).withPorts(first.port(), 0)))
          .withMessageContaining(String.valueOf(first.port()));
    }
  }

  @RepeatedTest(10)
  void anEndedEmulatorFreesItsPorts() {
    var first = FcmEmulator.start(onFreePorts(certificates));
    var samePorts = onFreePorts(certificates).withPorts(first.port(), first.controlPort());
    first.close();

    try (var second = FcmEmulator.start(samePorts)) {
      assertThat(second.port()).isEqualTo(first.port());
      assertThat(second.controlPort()).isEqualTo(first.controlPort());
    }
  }
}
