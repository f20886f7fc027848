@NullMarked
package com.weelo.dispatch.broadcast;

import org.jspecify.annotations.NullMarked;
