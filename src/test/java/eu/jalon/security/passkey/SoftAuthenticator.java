package eu.jalon.security.passkey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** An authenticator with one key (ES256), and the browser in front of it. */
final class SoftAuthenticator {

  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int WITH_KEY = 0x40;
  private static final int COORDINATE = 32;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KeyPair key;
  private final byte[] id = new byte[32];
  private final String site;
  private String origin;
  private int verified = VERIFIED;
  private int signed;

  SoftAuthenticator(String origin) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    this.key = generator.generateKeyPair();
    new SecureRandom().nextBytes(id);
    this.origin = origin;
    this.site = origin.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
  }

  /** From now on the browser is on another site. */
  SoftAuthenticator movedTo(String other) {
    origin = other;
    return this;
  }

  /** From now on the user is not asked for a PIN. */
  SoftAuthenticator withoutVerification() {
    verified = 0;
    return this;
  }

  String id() {
    return BASE64.encodeToString(id);
  }

  /** Makes the key for the server's options (Web Authentication, 5.1.3). */
  String create(String options) throws Exception {
    byte[] authenticatorData =
        concat(
            authenticatorData(WITH_KEY),
            new byte[16],
            ByteBuffer.allocate(2).putShort((short) id.length).array(),
            id,
            publicKey());
    byte[] attestation =
        concat(
            HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a0686175746844617461"),
            new byte[] {0x58, (byte) authenticatorData.length},
            authenticatorData);
    return answer(
        Map.of(
            "clientDataJSON",
            BASE64.encodeToString(clientData("webauthn.create", options)),
            "attestationObject",
            BASE64.encodeToString(attestation)));
  }

  /** Signs the challenge of the server's options (5.1.4). */
  String get(String options) throws Exception {
    byte[] authenticatorData = authenticatorData(0);
    byte[] clientData = clientData("webauthn.get", options);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(key.getPrivate());
    signature.update(concat(authenticatorData, sha256(clientData)));
    return answer(
        Map.of(
            "clientDataJSON",
            BASE64.encodeToString(clientData),
            "authenticatorData",
            BASE64.encodeToString(authenticatorData),
            "signature",
            BASE64.encodeToString(signature.sign())));
  }

  private String answer(Map<String, String> response) throws Exception {
    return JSON.writeValueAsString(
        Map.of(
            "id", id(),
            "rawId", id(),
            "type", "public-key",
            "response", response,
            "clientExtensionResults", Map.of()));
  }

  private byte[] clientData(String type, String options) throws Exception {
    JsonNode challenge = JSON.readTree(options).get("challenge");
    return JSON.writeValueAsBytes(
        Map.of(
            "type", type, "challenge", challenge.asText(), "origin", origin, "crossOrigin", false));
  }

  /** Table 1 of Web Authentication, 6.1. */
  private byte[] authenticatorData(int more) throws Exception {
    return concat(
        sha256(site.getBytes(StandardCharsets.UTF_8)),
        new byte[] {(byte) (PRESENT | verified | more)},
        ByteBuffer.allocate(4).putInt(++signed).array());
  }

  /** A key of COSE (RFC 9053, 7.1.1). */
  private byte[] publicKey() {
    ECPublicKey point = (ECPublicKey) key.getPublic();
    return concat(
        HexFormat.of().parseHex("a5010203262001215820"),
        coordinate(point.getW().getAffineX()),
        HexFormat.of().parseHex("225820"),
        coordinate(point.getW().getAffineY()));
  }

  private static byte[] coordinate(BigInteger value) {
    byte[] padded = new byte[COORDINATE];
    byte[] bytes = value.toByteArray();
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, padded, COORDINATE - length, length);
    return padded;
  }

  private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
    return MessageDigest.getInstance("SHA-256").digest(bytes);
  }

  private static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
