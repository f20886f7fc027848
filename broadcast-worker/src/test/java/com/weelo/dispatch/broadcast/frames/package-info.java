@NullMarked
package com.weelo.dispatch.broadcast.frames;

import org.jspecify.annotations.NullMarked;
