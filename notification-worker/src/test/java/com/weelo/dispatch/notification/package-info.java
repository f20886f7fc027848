/** Tests of the whole worker. */
@NullMarked
package com.weelo.dispatch.notification;

import org.jspecify.annotations.NullMarked;
