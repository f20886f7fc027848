package com.weelo.dispatch.audit.verifying;

import com.weelo.dispatch.audit.recording.Chain;
import com.weelo.dispatch.audit.sealing.Seal;
import com.weelo.dispatch.audit.sealing.SealedHead;
import com.weelo.dispatch.audit.sealing.Sealer;
import com.weelo.dispatch.audit.sealing.Seals;
import com.weelo.dispatch.audit.sealing.SigningKey;
import com.weelo.dispatch.audit.testing.AuditDatabase;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody who owns the database and knows how the record is made. */
final class Forger {

  private final AuditDatabase database;
  private final JdbcTemplate owner;

  Forger(AuditDatabase database) {
    this.database = database;
    this.owner = database.asOwner();
  }

  int chain(String topic) {
    return Objects.requireNonNull(
        owner.queryForObject("SELECT chain FROM chains WHERE topic = ?", Integer.class, topic));
  }

  /** Deletes the end of a chain, and has the head fit. */
  void cut(String topic, long from) {
    owner.update("DELETE FROM records WHERE log_offset >= ? AND chain = ?", from, chain(topic));
    owner.update(
        """
        UPDATE chains SET next_offset = ?, links = ?,
            hash = (SELECT hash FROM records r WHERE r.chain = chains.chain AND log_offset = ?)
        WHERE topic = ?
        """,
        from,
        from,
        from - 1,
        topic);
  }

  /** Lies about who acted, from an offset on, and has all hashes and the head fit. */
  void rewrite(String topic, long from) {
    int chain = chain(topic);
    owner.update(
        "UPDATE records SET actor = 'nobody' WHERE log_offset >= ? AND chain = ?", from, chain);
    var hashes = new HashMap<Long, byte[]>();
    try (var connection = database.owner().getConnection()) {
      var digest = Chain.digest();
      var last = new byte[][] {Chain.genesis(topic, 0)};
      new LinkStream(connection)
          .read(
              Links.RECORDS,
              Links.RECORDS.copy(chain, 0, Long.MAX_VALUE),
              row -> {
                last[0] = row.hash(digest, last[0]);
                hashes.put(row.offset(), last[0]);
              });
      owner.update("UPDATE chains SET hash = ? WHERE chain = ?", last[0], chain);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    hashes.forEach((offset, hash) ->
        owner.update(
            "UPDATE records SET hash = ? WHERE chain = ? AND log_offset = ?", hash, chain, offset));
  }

  /** Has what seals saw fit the rows as they are now. */
  void rewriteSealedHeads(String topic) {
    owner.update(
        """
        UPDATE sealed_heads SET hash = r.hash FROM records r, chains
        WHERE sealed_heads.topic = ? AND chains.topic = ? AND r.chain = chains.chain
          AND r.log_offset = sealed_heads.next_offset - 1
        """,
        topic,
        topic);
  }

  /** Makes all seals anew, over what the database says that they saw. */
  void reseal(SigningKey key) {
    var heads = new HashMap<String, SealedHead>();
    byte[] previous = Seal.beforeTheFirst();
    for (var old : new SealedHeads(owner).seals(0, Long.MAX_VALUE)) {
      old.moved().forEach(head -> heads.put(head.topic(), head));
      var seal = Sealer.sign(old.seal(), previous, Map.copyOf(heads).values(), key);
      previous = seal.hash();
      owner.update("DELETE FROM seals WHERE number = ?", seal.number());
      owner.update(
          "INSERT INTO seals (" + Seals.COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)",
          seal.number(),
          seal.sealedAt().atOffset(ZoneOffset.UTC),
          seal.previous(),
          seal.chains(),
          seal.root(),
          seal.publicKey(),
          seal.signature());
    }
  }
}
