@NullMarked
package com.weelo.dispatch.fcm;

import org.jspecify.annotations.NullMarked;
