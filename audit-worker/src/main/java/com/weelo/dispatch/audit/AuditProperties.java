package com.weelo.dispatch.audit;

import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the record is kept and sealed.
 *
 * @param consumers threads that record events, in each instance
 * @param digestEvery how long positions pile up before what came of a partition becomes one digest
 * @param sealInterval how often all chains are sealed
 * @param sealFile where seals are written down outside the database; best on another machine
 * @param signingKey the Ed25519 key that signs seals, PKCS#8 in PEM
 * @param createSigningKey whether a key is made where there is none: for development
 * @param longestRange the longest time that one search or export may span
 */
@Validated
@ConfigurationProperties("dispatch.audit")
public record AuditProperties(
    @Positive @DefaultValue("2") int consumers,
    @DefaultValue("500ms") Duration digestEvery,
    @DefaultValue("1m") Duration sealInterval,
    @Nullable Path sealFile,
    @Nullable Path signingKey,
    @DefaultValue("false") boolean createSigningKey,
    @DefaultValue("366d") Duration longestRange) {}
