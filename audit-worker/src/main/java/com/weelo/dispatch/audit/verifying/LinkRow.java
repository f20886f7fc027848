package com.weelo.dispatch.audit.verifying;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.weelo.dispatch.audit.recording.Chain;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A link as COPY sends it, which is to the byte what was hashed when it was recorded: fields, each
 * after its length, the hash last.
 */
final class LinkRow {

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

  private static final VarHandle SHORT =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

  /** How many fields there are, before the first. */
  private static final int COUNT = 2;

  /** The chain's number, the first field, comes before the offset. */
  private static final int OFFSET_FIELD = 4 + 4;

  private static final int LENGTH = 4;

  private final Links links;
  private final byte[] bytes;
  private final int fields;

  /** Where the hash's field begins. */
  private final int hash;

  /**
   * @param fields where in the bytes they begin
   */
  LinkRow(Links links, byte[] bytes, int fields) {
    this.links = links;
    this.bytes = bytes;
    this.fields = fields;
    int usual = bytes.length - LENGTH - Chain.HASH_BYTES;
    this.hash = (int) INT.get(bytes, usual) == Chain.HASH_BYTES ? usual : lastField();
  }

  /** However long it is, for somebody may have put anything there. */
  private int lastField() {
    int field = fields;
    for (int left = (short) SHORT.get(bytes, fields - COUNT); left > 1; left--) {
      field += LENGTH + Math.max(0, (int) INT.get(bytes, field));
    }
    return field;
  }

  long offset() {
    return (long) LONG.get(bytes, fields + OFFSET_FIELD + LENGTH);
  }

  long nextOffset() {
    return (long) LONG.get(bytes, fields + OFFSET_FIELD + links.last() + LENGTH) + 1;
  }

  @Nullable String gap() {
    int field = fields + OFFSET_FIELD + links.gap();
    int length = (int) INT.get(bytes, field);
    return length < 0 ? null : new String(bytes, field + LENGTH, length, UTF_8);
  }

  /** As the row has it. */
  byte[] storedHash() {
    return Arrays.copyOfRange(bytes, hash + LENGTH, bytes.length);
  }

  boolean hasHash(byte[] expected) {
    return Arrays.equals(expected, 0, expected.length, bytes, hash + LENGTH, bytes.length);
  }

  /** As it should be, after a link with that hash. */
  byte[] hash(MessageDigest digest, byte[] previous) {
    return Chain.next(digest, previous, bytes, fields, hash - fields);
  }

  /** The same in another place. */
  LinkRow at(long offset) {
    var moved = bytes.clone();
    LONG.set(moved, fields + OFFSET_FIELD + LENGTH, offset);
    return new LinkRow(links, moved, fields);
  }
}
