@NullMarked
package com.weelo.dispatch.analytics.recording;

import org.jspecify.annotations.NullMarked;
