/**
 * Tests of the whole from the outside: the suite runs as users run it, the services in a process of
 * their own, and is spoken to through its REST and WebSocket interfaces and its topics.
 */
@NullMarked
package com.weelo.dispatch.system;

import org.jspecify.annotations.NullMarked;
