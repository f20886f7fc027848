/** What ties the traces of one request together. */
@NullMarked
package com.weelo.dispatch.platform.observability;

import org.jspecify.annotations.NullMarked;
