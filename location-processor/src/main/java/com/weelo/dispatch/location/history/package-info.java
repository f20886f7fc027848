/** Every position that was believed, by day. */
@NullMarked
package com.weelo.dispatch.location.history;

import org.jspecify.annotations.NullMarked;
