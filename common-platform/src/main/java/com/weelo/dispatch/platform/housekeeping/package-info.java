/** What keeps tables from growing for ever. */
@NullMarked
package com.weelo.dispatch.platform.housekeeping;

import org.jspecify.annotations.NullMarked;
