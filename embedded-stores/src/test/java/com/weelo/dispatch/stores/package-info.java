@NullMarked
package com.weelo.dispatch.stores;

import org.jspecify.annotations.NullMarked;
