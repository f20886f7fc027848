/** What every service shares, as Spring Boot auto-configuration. */
@NullMarked
package com.weelo.dispatch.platform;

import org.jspecify.annotations.NullMarked;
