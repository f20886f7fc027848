@NullMarked
package com.weelo.dispatch.location.availability;

import org.jspecify.annotations.NullMarked;
