/** Events into chained rows. */
@NullMarked
package com.weelo.dispatch.audit.recording;

import org.jspecify.annotations.NullMarked;
