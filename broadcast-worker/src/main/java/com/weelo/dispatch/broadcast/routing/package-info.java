/** From Kafka to the streams of those whom an event concerns. */
@NullMarked
package com.weelo.dispatch.broadcast.routing;

import org.jspecify.annotations.NullMarked;
