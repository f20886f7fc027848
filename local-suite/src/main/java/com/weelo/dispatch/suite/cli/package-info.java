/** The command line: the only place that prints. */
@NullMarked
package com.weelo.dispatch.suite.cli;

import org.jspecify.annotations.NullMarked;
