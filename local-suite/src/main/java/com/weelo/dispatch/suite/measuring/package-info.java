/** Counting and timing, for reports and benchmarks. */
@NullMarked
package com.weelo.dispatch.suite.measuring;

import org.jspecify.annotations.NullMarked;
