@NullMarked
package com.weelo.dispatch.analytics.rollups;

import org.jspecify.annotations.NullMarked;
