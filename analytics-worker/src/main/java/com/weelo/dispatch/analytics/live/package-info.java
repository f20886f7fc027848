/** What is going on at this moment, for whoever watches. */
@NullMarked
package com.weelo.dispatch.analytics.live;

import org.jspecify.annotations.NullMarked;
