/** Events as rows: what happened, told in columns. */
@NullMarked
package com.weelo.dispatch.analytics.facts;

import org.jspecify.annotations.NullMarked;
