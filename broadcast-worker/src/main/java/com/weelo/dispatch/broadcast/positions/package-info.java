/** Where drivers are: in from their sockets, out to those who watch them. */
@NullMarked
package com.weelo.dispatch.broadcast.positions;

import org.jspecify.annotations.NullMarked;
