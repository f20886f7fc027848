/** Where the trucks are: positions in, cleaned, indexed, stored. */
@NullMarked
package com.weelo.dispatch.location;

import org.jspecify.annotations.NullMarked;
