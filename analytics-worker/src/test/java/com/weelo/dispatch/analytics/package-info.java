@NullMarked
package com.weelo.dispatch.analytics;

import org.jspecify.annotations.NullMarked;
