/** An emulator of FCM's HTTP v1 API, with a port to look at what was sent and to cause faults. */
@NullMarked
package com.weelo.dispatch.fcm;

import org.jspecify.annotations.NullMarked;
