package com.weelo.dispatch.notification.sms;

import com.weelo.dispatch.notification.emulator.Endpoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The way to Twilio.
 *
 * @param accountSid whose account it is; null where no text messages are sent at all
 * @param authToken the account's secret
 * @param from the number or the sender's name that they come from
 * @param endpoint an emulator to go to instead of Twilio; null for Twilio itself
 * @param connections how many are open at most; each carries one message at a time
 * @param connectTimeout until a connection is made
 * @param readTimeout until the answer is there
 */
@Validated
@ConfigurationProperties("dispatch.sms")
public record SmsProperties(
    @Nullable String accountSid,
    @DefaultValue("") String authToken,
    @DefaultValue("") String from,
    @Valid @Nullable Endpoint endpoint,
    @DefaultValue("32") @Min(1) int connections,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout) {

  @Override
  public String toString() {
    return "SmsProperties[" + accountSid + "]"; // without the secret
  }
}
