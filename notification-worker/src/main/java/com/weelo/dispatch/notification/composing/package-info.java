/** From events to notifications: who is told what. Knows no channel. */
@NullMarked
package com.weelo.dispatch.notification.composing;

import org.jspecify.annotations.NullMarked;
