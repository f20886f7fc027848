@NullMarked
package com.weelo.dispatch.audit.sealing;

import org.jspecify.annotations.NullMarked;
