@NullMarked
package com.weelo.dispatch.audit.recording;

import org.jspecify.annotations.NullMarked;
