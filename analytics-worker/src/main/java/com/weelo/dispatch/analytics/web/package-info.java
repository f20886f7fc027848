/** The REST interface and the dashboard. */
@NullMarked
package com.weelo.dispatch.analytics.web;

import org.jspecify.annotations.NullMarked;
