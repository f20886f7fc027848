@NullMarked
package com.weelo.dispatch.location;

import org.jspecify.annotations.NullMarked;
