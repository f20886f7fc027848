/** What the tests of every module share: started stores, tokens, a look into Kafka, house rules. */
@NullMarked
package com.weelo.dispatch.testing;

import org.jspecify.annotations.NullMarked;
