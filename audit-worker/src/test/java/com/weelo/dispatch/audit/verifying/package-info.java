@NullMarked
package com.weelo.dispatch.audit.verifying;

import org.jspecify.annotations.NullMarked;
