/** Whether a service is ready, ready without something that it has need of, or not. */
@NullMarked
package com.weelo.dispatch.platform.health;

import org.jspecify.annotations.NullMarked;
