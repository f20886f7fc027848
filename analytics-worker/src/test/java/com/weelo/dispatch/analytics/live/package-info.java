@NullMarked
package com.weelo.dispatch.analytics.live;

import org.jspecify.annotations.NullMarked;
