/** Events that are told if, and only if, their transaction commits. */
@NullMarked
package com.weelo.dispatch.platform.outbox;

import org.jspecify.annotations.NullMarked;
