@NullMarked
package com.weelo.dispatch.location.accounting;

import org.jspecify.annotations.NullMarked;
