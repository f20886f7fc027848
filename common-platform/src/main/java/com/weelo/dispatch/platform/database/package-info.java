/** What services that keep much share: rows by COPY, and tables by the day. */
@NullMarked
package com.weelo.dispatch.platform.database;

import org.jspecify.annotations.NullMarked;
