package com.weelo.dispatch.audit.sealing;

import com.weelo.dispatch.audit.testing.AuditDatabase;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Seals when it is told to. */
public final class Sealer {

  private final SigningKey key;
  private final SealFile file;
  private final SealingChains sealing;
  private final List<Seal> told = new ArrayList<>();

  public Sealer(AuditDatabase database, Path folder) {
    this(database, folder, Clock.systemUTC(), Duration.ZERO);
  }

  public Sealer(AuditDatabase database, Path folder, Clock clock, Duration interval) {
    var writer = database.writer();
    this.key = SigningKey.readOrCreate(folder.resolve("key.pem"));
    this.file = new SealFile(folder.resolve("seals.ndjson"));
    this.sealing =
        new SealingChains(
            new Seals(new JdbcTemplate(writer)),
            key,
            file,
            AuditDatabase.transactionsOf(writer),
            told::add,
            clock,
            interval);
  }

  public void seal() {
    sealing.sweep();
  }

  public PublicKey key() {
    return key.publicKey();
  }

  public SealFile file() {
    return file;
  }

  /** The seals that it made, as it told them. */
  public List<Seal> told() {
    return told;
  }

  /** The same seal as somebody with some key would make it. */
  public static Seal sign(
      Seal like, byte[] previous, Collection<SealedHead> heads, SigningKey key) {
    return Seal.unsigned(
            like.number(), like.sealedAt(), previous, heads.size(), SealedHead.root(heads))
        .signed(key);
  }
}
