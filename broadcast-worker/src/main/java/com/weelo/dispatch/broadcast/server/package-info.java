/** The Netty server: one port for WebSockets, health and metrics. */
@NullMarked
package com.weelo.dispatch.broadcast.server;

import org.jspecify.annotations.NullMarked;
