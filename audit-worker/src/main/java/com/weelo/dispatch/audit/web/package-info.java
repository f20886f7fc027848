/** The REST interface. */
@NullMarked
package com.weelo.dispatch.audit.web;

import org.jspecify.annotations.NullMarked;
