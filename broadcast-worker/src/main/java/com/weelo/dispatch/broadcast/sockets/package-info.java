/** The WebSocket connections of this node. */
@NullMarked
package com.weelo.dispatch.broadcast.sockets;

import org.jspecify.annotations.NullMarked;
