/** Real vehicles as captains and real trips as customers, on the public interfaces only. */
@NullMarked
package com.weelo.dispatch.suite.simulator;

import org.jspecify.annotations.NullMarked;
