/**
 * A client of the public REST and WebSocket interfaces, cheap enough to drive hundreds of users.
 */
@NullMarked
package com.weelo.dispatch.suite.client;

import org.jspecify.annotations.NullMarked;
