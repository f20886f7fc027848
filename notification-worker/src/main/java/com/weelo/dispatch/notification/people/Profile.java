package com.weelo.dispatch.notification.people;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of themselves; what is null is not known, or not wanted.
 *
 * @param locale a BCP 47 language tag
 * @param timeZone by its name in the time zone database
 * @param choices only what was chosen
 */
public record Profile(
    @Nullable String name,
    @Nullable String locale,
    @Nullable String timeZone,
    @Nullable String phone,
    @Nullable String email,
    @Nullable QuietHours quietHours,
    Map<Category, Map<Way, Boolean>> choices) {}
