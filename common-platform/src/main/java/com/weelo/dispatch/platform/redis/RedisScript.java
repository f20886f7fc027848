package com.weelo.dispatch.platform.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A Lua script from the class path, called by its digest; loaded where Redis does not know it.
 *
 * @param source the script
 * @param digest SHA-1 of the source, in hex
 */
public record RedisScript(String source, String digest, ScriptOutputType output) {

  /** Reads the script from beside the class that uses it. */
  public static RedisScript beside(Class<?> owner, String fileName, ScriptOutputType output) {
    try (var resource = owner.getResourceAsStream(fileName)) {
      if (resource == null) {
        throw new IllegalArgumentException("no " + fileName + " beside " + owner);
      }
      var source = resource.readAllBytes();
      var digest = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source));
      return new RedisScript(new String(source, UTF_8), digest, output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-1", e);
    }
  }

  /** Runs the script and waits for what it returns. */
  public <T> T run(RedisCommands<String, String> redis, String[] keys, String... arguments) {
    try {
      return redis.evalsha(digest, output, keys, arguments);
    } catch (RedisNoScriptException e) {
      return redis.eval(source, output, keys, arguments);
    }
  }

  /**
   * Sends the script without waiting. Sends all of it, since what is sent on one connection takes
   * effect in that order, which a second attempt would break.
   */
  public <T> RedisFuture<T> send(
      RedisAsyncCommands<String, String> redis, String[] keys, String... arguments) {
    return redis.eval(source, output, keys, arguments);
  }
}
