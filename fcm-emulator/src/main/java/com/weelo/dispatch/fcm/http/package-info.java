/** The transport: one small way to answer HTTP requests, over TLS with HTTP/2 or without. */
@NullMarked
package com.weelo.dispatch.fcm.http;

import org.jspecify.annotations.NullMarked;
