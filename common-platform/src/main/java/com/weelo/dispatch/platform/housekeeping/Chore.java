package com.weelo.dispatch.platform.housekeeping;

/**
 * Something to be done at start and every hour after. Declared as a bean; may run on several
 * instances at once.
 *
 * @param name for the log
 */
public record Chore(String name, Runnable work) {}
