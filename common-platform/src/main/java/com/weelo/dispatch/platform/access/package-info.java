/** Who may do what on Kafka, and the program that tells Kafka so. */
@NullMarked
package com.weelo.dispatch.platform.access;

import org.jspecify.annotations.NullMarked;
