/** All of Weelo Dispatch on one machine: stores, services and emulators, started as one. */
@NullMarked
package com.weelo.dispatch.suite;

import org.jspecify.annotations.NullMarked;
