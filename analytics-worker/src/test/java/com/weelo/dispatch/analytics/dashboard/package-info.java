@NullMarked
package com.weelo.dispatch.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
