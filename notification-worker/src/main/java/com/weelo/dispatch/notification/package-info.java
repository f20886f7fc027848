/** Tells people what happened: who is told what, on which channel, and what came of it. */
@NullMarked
package com.weelo.dispatch.notification;

import org.jspecify.annotations.NullMarked;
