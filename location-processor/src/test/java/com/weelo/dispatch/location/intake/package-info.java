@NullMarked
package com.weelo.dispatch.location.intake;

import org.jspecify.annotations.NullMarked;
