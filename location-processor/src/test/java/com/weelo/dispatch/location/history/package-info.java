@NullMarked
package com.weelo.dispatch.location.history;

import org.jspecify.annotations.NullMarked;
