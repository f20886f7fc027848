@NullMarked
package com.weelo.dispatch.audit;

import org.jspecify.annotations.NullMarked;
