package com.weelo.dispatch.notification.sending;

import com.weelo.dispatch.events.NotificationEvent.Fcm;
import com.weelo.dispatch.notification.devices.Device;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Times the provider's answers, by what they were. */
public final class MeteredPushProvider implements PushProvider {

  private final PushProvider provider;
  private final MeterRegistry registry;

  public MeteredPushProvider(PushProvider provider, MeterRegistry registry) {
    this.provider = provider;
    this.registry = registry;
  }

  @Override
  public PushAnswer send(Fcm push, Device device) {
    var start = Timer.start(registry);
    var answer = provider.send(push, device);
    start.stop(
        Timer.builder("dispatch.push.send")
            .description("One call to the provider, until its answer")
            .tag("answer", answer.getClass().getSimpleName())
            .tag("platform", device.platform().code())
            .publishPercentileHistogram()
            .register(registry));
    return answer;
  }
}
