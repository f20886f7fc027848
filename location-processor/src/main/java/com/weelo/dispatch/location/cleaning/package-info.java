/** Which fixes to believe: decisions only, no I/O. */
@NullMarked
package com.weelo.dispatch.location.cleaning;

import org.jspecify.annotations.NullMarked;
