/** Tests of what becomes of deliveries. */
@NullMarked
package com.weelo.dispatch.notification.sending;

import org.jspecify.annotations.NullMarked;
