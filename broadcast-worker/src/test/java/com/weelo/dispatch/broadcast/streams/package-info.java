@NullMarked
package com.weelo.dispatch.broadcast.streams;

import org.jspecify.annotations.NullMarked;
