@NullMarked
package com.weelo.dispatch.broadcast.positions;

import org.jspecify.annotations.NullMarked;
