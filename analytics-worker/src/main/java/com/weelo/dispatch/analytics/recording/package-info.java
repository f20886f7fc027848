/** Events in; facts, and all that is made of them, out: in one transaction. */
@NullMarked
package com.weelo.dispatch.analytics.recording;

import org.jspecify.annotations.NullMarked;
