package com.weelo.dispatch.platform.redis;

/** Redis does not answer. Whoever asked goes on without it, or later. */
public final class RedisUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RedisUnavailable(Throwable cause) {
    super("Redis does not answer: " + cause.getMessage(), cause);
  }
}
