@NullMarked
package com.weelo.dispatch.order;

import org.jspecify.annotations.NullMarked;
