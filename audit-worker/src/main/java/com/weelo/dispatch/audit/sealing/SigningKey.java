package com.weelo.dispatch.audit.sealing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Set;

/**
 * The Ed25519 key that signs seals: a file, as {@code openssl genpkey -algorithm ed25519} makes it.
 */
public final class SigningKey {

  private static final String ALGORITHM = "Ed25519";
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final PrivateKey privateKey;
  private final PublicKey publicKey;

  private SigningKey(PrivateKey privateKey) {
    this.privateKey = privateKey;
    this.publicKey = publicKeyOf(privateKey);
  }

  /**
   * @throws IllegalStateException where there is none, or it is no such key
   */
  public static SigningKey read(Path file) {
    try {
      var pem = Files.readString(file, US_ASCII).strip();
      if (!pem.startsWith(BEGIN) || !pem.endsWith(END)) {
        throw new IllegalStateException(file + " holds no private key in PEM");
      }
      var base64 = pem.substring(BEGIN.length(), pem.length() - END.length());
      var encoded = Base64.getMimeDecoder().decode(base64);
      return new SigningKey(
          KeyFactory.getInstance(ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded)));
    } catch (IOException e) {
      throw new IllegalStateException("The key that signs seals can not be read: " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(file + " holds no Ed25519 key", e);
    }
  }

  /** Reads it, having made one first where there is none: readable by its owner only. */
  public static SigningKey readOrCreate(Path file) {
    if (!Files.exists(file)) {
      create(file);
    }
    return read(file);
  }

  private static void create(Path file) {
    var encoded = generator(new SecureRandom()).generateKeyPair().getPrivate().getEncoded();
    var pem = BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded) + "\n" + END + "\n";
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      var ownerOnly =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      try (var channel = Files.newByteChannel(file, options, ownerOnly)) {
        channel.write(US_ASCII.encode(pem));
      }
    } catch (FileAlreadyExistsException anotherWasFaster) {
      return;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * An Ed25519 key is what its maker drew from the source of randomness: drawn again, it is the
   * same.
   */
  private static PublicKey publicKeyOf(PrivateKey key) {
    var secret =
        ((EdECPrivateKey) key)
            .getBytes()
            .orElseThrow(() -> new IllegalStateException("the key does not show its bytes"));
    return generator(new Drawn(secret)).generateKeyPair().getPublic();
  }

  private static KeyPairGenerator generator(SecureRandom random) {
    try {
      var generator = KeyPairGenerator.getInstance(ALGORITHM);
      generator.initialize(NamedParameterSpec.ED25519, random);
      return generator;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  byte[] sign(byte[] content) {
    try {
      var signature = Signature.getInstance(ALGORITHM);
      signature.initSign(privateKey);
      signature.update(content);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Draws what it was given. */
  private static final class Drawn extends SecureRandom {
    private static final long serialVersionUID = 1L;
    private final byte[] bytes;

    Drawn(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public void nextBytes(byte[] drawn) {
      System.arraycopy(bytes, 0, drawn, 0, drawn.length);
    }
  }
}
