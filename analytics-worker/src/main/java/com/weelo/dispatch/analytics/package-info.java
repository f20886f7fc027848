/** How the marketplace is doing: events to facts, sums and answers. */
@NullMarked
package com.weelo.dispatch.analytics;

import org.jspecify.annotations.NullMarked;
