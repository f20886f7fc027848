@NullMarked
package com.weelo.dispatch.location.processing;

import org.jspecify.annotations.NullMarked;
