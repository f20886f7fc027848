/** From notifications to deliveries: each sent once, whatever fails on the way. */
@NullMarked
package com.weelo.dispatch.notification.sending;

import org.jspecify.annotations.NullMarked;
