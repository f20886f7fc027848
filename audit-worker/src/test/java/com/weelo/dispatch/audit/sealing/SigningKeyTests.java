package com.weelo.dispatch.audit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTests {

  /** Made by {@code openssl genpkey -algorithm ed25519}: the example of RFC 8410. */
  private static final String OF_OPENSSL =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
      -----END PRIVATE KEY-----
      """;

  private final Path file;

  SigningKeyTests(@TempDir Path folder) {
    this.file = folder.resolve("keys").resolve("key.pem");
  }

  @Test
  void a_key_that_is_made_is_its_owners_only_and_stays_the_same() throws IOException {
    var made = SigningKey.readOrCreate(file);

    assertThat(Files.getPosixFilePermissions(file))
        .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    assertThat(SigningKey.readOrCreate(file).publicKey()).isEqualTo(made.publicKey());
  }

  @Test
  void the_public_key_is_the_one_that_belongs_to_the_private_one() throws IOException {
    write(OF_OPENSSL);

    // The example of RFC 8410 names it.
    assertThat(SigningKey.read(file).publicKey().getEncoded())
        .asHexString()
        .isEqualToIgnoringCase(
            "302A300506032B6570032100"
                + "19BF44096984CDFE8541BAC167DC3B96C85086AA30B6B6CB0C5C38AD703166E1");
  }

  @Test
  void a_seal_is_signed_by_its_key_and_by_no_other() {
    var key = SigningKey.readOrCreate(file);
    var other = SigningKey.readOrCreate(file.resolveSibling("other.pem"));
    var seal =
        Seal.unsigned(1, Instant.EPOCH, Seal.beforeTheFirst(), 0, SealedHead.root(List.of()))
            .signed(key);

    assertThat(SealSignatures.isSignedBy(seal, key.publicKey())).isTrue();
    assertThat(SealSignatures.isSignedBy(seal, other.publicKey())).isFalse();
    assertThat(SealSignatures.publicKey(seal.publicKey())).isEqualTo(key.publicKey());
  }

  @Test
  void without_a_key_nothing_is_sealed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SigningKey.read(file))
        .withMessageContaining(file.toString());
  }

  @Test
  void what_is_no_key_is_refused() throws IOException {
    write("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");

    assertThatIllegalStateException().isThrownBy(() -> SigningKey.read(file));
    write("hello");
    assertThatIllegalStateException().isThrownBy(() -> SigningKey.read(file));
  }

  private void write(String pem) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, pem);
  }
}
