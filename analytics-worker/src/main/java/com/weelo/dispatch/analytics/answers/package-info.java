/** Questions, and what the tables say to them. */
@NullMarked
package com.weelo.dispatch.analytics.answers;

import org.jspecify.annotations.NullMarked;
