/** Who is party to a job, and who watches it, in Redis. */
@NullMarked
package com.weelo.dispatch.broadcast.rooms;

import org.jspecify.annotations.NullMarked;
