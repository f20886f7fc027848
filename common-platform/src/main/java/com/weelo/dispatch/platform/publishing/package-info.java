/** How events get their identity and their way to Kafka. */
@NullMarked
package com.weelo.dispatch.platform.publishing;

import org.jspecify.annotations.NullMarked;
