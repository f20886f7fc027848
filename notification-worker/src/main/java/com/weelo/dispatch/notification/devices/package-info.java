/** The phones and browsers that can be reached by push, and whose they are. */
@NullMarked
package com.weelo.dispatch.notification.devices;

import org.jspecify.annotations.NullMarked;
