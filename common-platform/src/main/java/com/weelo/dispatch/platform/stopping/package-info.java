/** How a service leaves: nobody who calls it notices. */
@NullMarked
package com.weelo.dispatch.platform.stopping;

import org.jspecify.annotations.NullMarked;
