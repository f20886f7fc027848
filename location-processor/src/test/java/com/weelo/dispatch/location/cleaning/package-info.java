@NullMarked
package com.weelo.dispatch.location.cleaning;

import org.jspecify.annotations.NullMarked;
