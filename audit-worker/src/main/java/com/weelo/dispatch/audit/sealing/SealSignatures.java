package com.weelo.dispatch.audit.sealing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;

/** Whether seals are signed by whom they should be. */
public final class SealSignatures {

  private SealSignatures() {}

  public static boolean isSignedBy(Seal seal, PublicKey key) {
    try {
      var signature = Signature.getInstance("Ed25519");
      signature.initVerify(key);
      signature.update(seal.content());
      return signature.verify(seal.signature());
    } catch (GeneralSecurityException e) {
      return false; // bytes that are no signature
    }
  }

  /**
   * @param encoded X.509
   * @throws IllegalArgumentException where it is no Ed25519 key
   */
  public static PublicKey publicKey(byte[] encoded) {
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("no Ed25519 public key", e);
    }
  }
}
