@NullMarked
package com.weelo.dispatch.order.assignments;

import org.jspecify.annotations.NullMarked;
