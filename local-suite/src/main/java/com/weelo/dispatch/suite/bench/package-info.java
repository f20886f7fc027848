/** Benchmarks on a running suite, each beside the limit that was measured in the same run. */
@NullMarked
package com.weelo.dispatch.suite.bench;

import org.jspecify.annotations.NullMarked;
