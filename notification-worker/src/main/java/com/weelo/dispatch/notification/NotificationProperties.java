package com.weelo.dispatch.notification;

import com.weelo.dispatch.notification.sending.ChannelRules;
import jakarta.validation.Valid;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How notifications are sent and remembered.
 *
 * @param fcm how pushes are sent
 * @param sms how text messages are sent
 * @param email how e-mails are sent
 * @param postponedLook how often it is looked for what waited for the end of quiet hours
 * @param keepDeliveries how long it is known what came of a notification; longer than its topic
 *     keeps it, so that none is sent twice
 */
@Validated
@ConfigurationProperties("dispatch.notification")
public record NotificationProperties(
    @Valid @DefaultValue ChannelRules fcm,
    @Valid @DefaultValue ChannelRules sms,
    @Valid @DefaultValue ChannelRules email,
    @DefaultValue("5s") Duration postponedLook,
    @DefaultValue("30d") Duration keepDeliveries) {}
