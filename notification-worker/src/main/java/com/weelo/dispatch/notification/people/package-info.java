/** How people want to be told: language, ways, quiet hours, where they can be reached. */
@NullMarked
package com.weelo.dispatch.notification.people;

import org.jspecify.annotations.NullMarked;
