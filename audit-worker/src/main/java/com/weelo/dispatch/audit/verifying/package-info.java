/** Whether the record is as it was written. */
@NullMarked
package com.weelo.dispatch.audit.verifying;

import org.jspecify.annotations.NullMarked;
