@NullMarked
package com.weelo.dispatch.platform.openapi;

import org.jspecify.annotations.NullMarked;
