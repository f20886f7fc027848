/**
 * The contract between the services, in Java. Every event type is a record inside the sealed
 * interface of its family; all families are sealed under {@link
 * com.weelo.dispatch.events.DomainEvent}.
 */
@NullMarked
package com.weelo.dispatch.events;

import org.jspecify.annotations.NullMarked;
