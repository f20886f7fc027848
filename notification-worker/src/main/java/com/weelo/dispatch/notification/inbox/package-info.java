/** What people find in the app. */
@NullMarked
package com.weelo.dispatch.notification.inbox;

import org.jspecify.annotations.NullMarked;
