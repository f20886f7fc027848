@NullMarked
package com.weelo.dispatch.analytics.answers;

import org.jspecify.annotations.NullMarked;
