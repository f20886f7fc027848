/** The door: who may report for whom, and on to Kafka. */
@NullMarked
package com.weelo.dispatch.location.intake;

import org.jspecify.annotations.NullMarked;
