@NullMarked
package com.weelo.dispatch.analytics.facts;

import org.jspecify.annotations.NullMarked;
