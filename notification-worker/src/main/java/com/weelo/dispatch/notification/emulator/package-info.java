/** How providers' own clients are led to an emulator, unchanged. */
@NullMarked
package com.weelo.dispatch.notification.emulator;

import org.jspecify.annotations.NullMarked;
