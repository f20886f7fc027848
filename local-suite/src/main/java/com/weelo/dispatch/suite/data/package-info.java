/** Recordings of real vehicles and real trips: the bundled one, and others of the same columns. */
@NullMarked
package com.weelo.dispatch.suite.data;

import org.jspecify.annotations.NullMarked;
