/** What exactly happened, and proof that nobody changed the record of it. */
@NullMarked
package com.weelo.dispatch.audit;

import org.jspecify.annotations.NullMarked;
