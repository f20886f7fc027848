@NullMarked
package com.weelo.dispatch.broadcast.rooms;

import org.jspecify.annotations.NullMarked;
