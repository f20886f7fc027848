package com.weelo.dispatch.audit.recording;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Headers as bytes, in one way only: name and value in turn, each after its length. */
public final class CanonicalHeaders {

  private static final int ABSENT = -1;

  private CanonicalHeaders() {}

  static byte[] of(Headers headers) {
    var parts = new ArrayList<byte @Nullable []>();
    int size = 0;
    for (var header : headers) {
      var name = header.key().getBytes(UTF_8);
      var value = header.value();
      parts.add(name);
      parts.add(value);
      size += 8 + name.length + (value == null ? 0 : value.length);
    }
    var bytes = ByteBuffer.allocate(size);
    for (var part : parts) {
      if (part == null) {
        bytes.putInt(ABSENT);
      } else {
        bytes.putInt(part.length).put(part);
      }
    }
    return bytes.array();
  }

  /** For people: as text, and of several with the same name the last. */
  public static Map<String, String> read(byte[] bytes) {
    var headers = new LinkedHashMap<String, String>();
    var rest = ByteBuffer.wrap(bytes);
    while (rest.hasRemaining()) {
      headers.put(text(rest), text(rest));
    }
    return headers;
  }

  private static String text(ByteBuffer rest) {
    int length = rest.getInt();
    if (length == ABSENT) {
      return "";
    }
    var bytes = new byte[length];
    rest.get(bytes);
    return new String(bytes, UTF_8);
  }
}
