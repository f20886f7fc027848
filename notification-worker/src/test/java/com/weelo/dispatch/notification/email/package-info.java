/** Tests of the way to a mail server. */
@NullMarked
package com.weelo.dispatch.notification.email;

import org.jspecify.annotations.NullMarked;
