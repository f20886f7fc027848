package com.weelo.dispatch.notification.fcm;

import com.weelo.dispatch.notification.emulator.Endpoint;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The way to FCM.
 *
 * @param projectId the Firebase project
 * @param credentials file of a service account's key; null for Google's application default
 *     credentials
 * @param endpoint an emulator to go to instead of FCM; null for FCM itself
 * @param connections how many are open at most, and how many pushes are under way; each carries one
 *     at a time
 * @param connectTimeout until a connection is made
 * @param readTimeout until the answer is there, with the time to connect and to write. What is not
 *     answered is sent again, and may have been taken: who gives up too early shows the same push
 *     twice
 * @param connectionLifetime after which a connection is replaced, so that Google's DNS is followed
 * @param validateAfter how long a connection may be idle before it is tested ahead of use
 */
@Validated
@ConfigurationProperties("dispatch.fcm")
public record FcmProperties(
    @NotBlank String projectId,
    @Nullable Path credentials,
    @Valid @Nullable Endpoint endpoint,
    @DefaultValue("400") @Min(1) int connections,
    @DefaultValue("3s") Duration connectTimeout,
    @DefaultValue("10s") Duration readTimeout,
    @DefaultValue("10m") Duration connectionLifetime,
    @DefaultValue("5s") Duration validateAfter) {}
