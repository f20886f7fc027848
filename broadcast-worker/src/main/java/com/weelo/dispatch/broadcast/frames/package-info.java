/** What clients are told: the frames, and which event becomes which of them. */
@NullMarked
package com.weelo.dispatch.broadcast.frames;

import org.jspecify.annotations.NullMarked;
