/** Finding what was recorded. */
@NullMarked
package com.weelo.dispatch.audit.searching;

import org.jspecify.annotations.NullMarked;
