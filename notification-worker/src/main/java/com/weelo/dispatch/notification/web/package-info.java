/** The REST interface. */
@NullMarked
package com.weelo.dispatch.notification.web;

import org.jspecify.annotations.NullMarked;
