/** Tests of how people want to be told. */
@NullMarked
package com.weelo.dispatch.notification.people;

import org.jspecify.annotations.NullMarked;
