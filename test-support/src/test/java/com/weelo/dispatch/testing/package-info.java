@NullMarked
package com.weelo.dispatch.testing;

import org.jspecify.annotations.NullMarked;
