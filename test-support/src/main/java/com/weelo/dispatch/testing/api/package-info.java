/** What a service shows to the outside, for the tests that hold it to what is written of it. */
@NullMarked
package com.weelo.dispatch.testing.api;

import org.jspecify.annotations.NullMarked;
