/** Firebase Cloud Messaging: the connection, the messages, the answers. */
@NullMarked
package com.weelo.dispatch.notification.fcm;

import org.jspecify.annotations.NullMarked;
