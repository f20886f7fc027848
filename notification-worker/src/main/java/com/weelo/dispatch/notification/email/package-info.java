/** E-mails, by SMTP. */
@NullMarked
package com.weelo.dispatch.notification.email;

import org.jspecify.annotations.NullMarked;
