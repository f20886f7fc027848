@NullMarked
package com.weelo.dispatch.location.index;

import org.jspecify.annotations.NullMarked;
