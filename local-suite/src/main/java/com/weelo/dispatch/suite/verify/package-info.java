/** Whether what must always hold does, in the stores and on the topics of a running suite. */
@NullMarked
package com.weelo.dispatch.suite.verify;

import org.jspecify.annotations.NullMarked;
