package com.weelo.dispatch.platform.outbox;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** A service with nothing but a database and its outbox. */
@SpringBootConfiguration
@EnableAutoConfiguration
class OutboxTestApplication {}
