/** From Kafka's batches to states, history, accounts and index. */
@NullMarked
package com.weelo.dispatch.location.processing;

import org.jspecify.annotations.NullMarked;
