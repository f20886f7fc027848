/** How services read events: subscriptions, retries, dead letters, effects that happen once. */
@NullMarked
package com.weelo.dispatch.platform.consuming;

import org.jspecify.annotations.NullMarked;
