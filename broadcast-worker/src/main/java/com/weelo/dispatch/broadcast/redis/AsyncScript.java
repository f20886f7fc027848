package com.weelo.dispatch.broadcast.redis;

import com.weelo.dispatch.platform.redis.Redis;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.codec.Base16;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Lua script that is called without waiting, so that many calls travel together. Its first
 * argument is {@code known}, or {@code new} where Redis did not know the script: then the server
 * has started since it was last called.
 */
public final class AsyncScript {

  private static final String KNOWN = "known";
  private static final String NEW = "new";

  private final String source;
  private final String digest;
  private final ScriptOutputType output;

  private AsyncScript(String source, ScriptOutputType output) {
    this.source = source;
    this.digest = Base16.digest(source.getBytes(StandardCharsets.UTF_8));
    this.output = output;
  }

  /** Joins files from beside the class that uses the script. */
  public static AsyncScript beside(Class<?> owner, ScriptOutputType output, String... fileNames) {
    return new AsyncScript(
        Arrays.stream(fileNames).map(name -> read(owner, name)).collect(Collectors.joining("\n")),
        output);
  }

  /**
   * @param arguments ARGV from its second on
   * @throws com.weelo.dispatch.platform.redis.RedisUnavailable where there is no connection; what
   *     fails later fails the future
   */
  public <T> CompletionStage<T> run(Redis redis, String[] keys, String... arguments) {
    var commands = redis.async();
    return commands
        .<T>evalsha(digest, output, keys, prepend(KNOWN, arguments))
        .exceptionallyCompose(e ->
            cause(e) instanceof RedisNoScriptException
                ? commands.<T>eval(source, output, keys, prepend(NEW, arguments))
                : CompletableFuture.failedStage(e));
  }

  private static Throwable cause(Throwable e) {
    return e instanceof CompletionException && e.getCause() != null ? e.getCause() : e;
  }

  private static String[] prepend(String first, String[] others) {
    return Stream.concat(Stream.of(first), Arrays.stream(others)).toArray(String[]::new);
  }

  private static String read(Class<?> owner, String fileName) {
    try (var resource = owner.getResourceAsStream(fileName)) {
      if (resource == null) {
        throw new IllegalArgumentException("no " + fileName + " beside " + owner);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
