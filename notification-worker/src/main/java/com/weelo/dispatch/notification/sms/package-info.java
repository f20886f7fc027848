/** Text messages, by Twilio. */
@NullMarked
package com.weelo.dispatch.notification.sms;

import org.jspecify.annotations.NullMarked;
