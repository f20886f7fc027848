/** Many steps told as one. */
@NullMarked
package com.weelo.dispatch.notification.digest;

import org.jspecify.annotations.NullMarked;
