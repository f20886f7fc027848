/** Tests of the way to FCM. */
@NullMarked
package com.weelo.dispatch.notification.fcm;

import org.jspecify.annotations.NullMarked;
