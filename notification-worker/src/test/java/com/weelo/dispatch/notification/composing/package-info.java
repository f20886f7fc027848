/** Tests of who is told what. */
@NullMarked
package com.weelo.dispatch.notification.composing;

import org.jspecify.annotations.NullMarked;
