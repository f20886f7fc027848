/**
 * PostgreSQL, Kafka and Redis as child processes of the JVM that needs them: the real servers, from
 * Maven artifacts, without a container engine. Used by the local suite and by integration tests.
 */
@NullMarked
package com.weelo.dispatch.stores;

import org.jspecify.annotations.NullMarked;
