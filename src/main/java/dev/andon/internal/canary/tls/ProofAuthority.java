package dev.andon.internal.canary.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;

/** A certificate authority that exists in memory, for one proof. The JDK can sign certificates only by its tool. */
public final class ProofAuthority {
    private static final byte[] SIGNED_BY = Der.sequence(Der.id(1, 2, 840, 10045, 4, 3, 2));
    private static final Duration LATEST_START = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);
    private static final String NAME = "Andon proof authority";

    private final KeyPair keys;
    private final X509Certificate certificate;

    private ProofAuthority(KeyPair keys, X509Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    /** Returns a new authority, which nobody trusts yet. */
    public static ProofAuthority create() throws GeneralSecurityException {
        KeyPair keys = newKeys();
        byte[] isAuthority = extension(true, Der.id(2, 5, 29, 19), Der.sequence(Der.yes()));
        return new ProofAuthority(keys, signed(keys, keys, NAME, YEAR, isAuthority));
    }

    /** Returns its own certificate as a PEM file holds it. */
    public String pem() throws GeneralSecurityException {
        String text = Base64.getMimeEncoder().encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
    }

    /**
     * A key and its certificate, with that of the authority.
     *
     * @param chain the certificate of the key first
     */
    public record Certified(PrivateKey key, List<X509Certificate> chain) {
        /** Returns what a server needs that proves its name by the certificate. */
        public SSLContext server() throws GeneralSecurityException {
            return TrustFiles.context(key, chain);
        }
    }

    /**
     * Returns a new key with a certificate of this authority.
     *
     * @param host the name; {@code localhost} also stands for its addresses
     * @param left the time until the certificate expires
     */
    public Certified certify(String host, Duration left) throws GeneralSecurityException {
        KeyPair own = newKeys();
        byte[] name = Der.tagged(2, ascii(host));
        byte[] names = host.equals("localhost")
                ? Der.sequence(name, Der.tagged(7, new byte[] {127, 0, 0, 1}), Der.tagged(7, loopback6()))
                : Der.sequence(name);
        byte[] extension = extension(false, Der.id(2, 5, 29, 17), names);
        return new Certified(own.getPrivate(), List.of(signed(own, keys, host, left, extension), certificate));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] loopback6() {
        byte[] address = new byte[16];
        address[15] = 1;
        return address;
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate signed(KeyPair subject, KeyPair issuer, String name, Duration left, byte[] extension)
            throws GeneralSecurityException {
        Instant now = Instant.now();
        byte[] content = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(64, new SecureRandom()).setBit(64)),
                SIGNED_BY,
                named(NAME),
                Der.sequence(Der.time(now.minus(LATEST_START)), Der.time(now.plus(left))),
                named(name),
                subject.getPublic().getEncoded(),
                Der.explicit(3, Der.sequence(extension)));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(issuer.getPrivate());
        signature.update(content);
        byte[] whole = Der.sequence(content, SIGNED_BY, Der.bits(signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] named(String name) {
        return Der.sequence(Der.set(Der.sequence(Der.id(2, 5, 4, 3), Der.text(name))));
    }

    private static byte[] extension(boolean critical, byte[] id, byte[] value) {
        return critical ? Der.sequence(id, Der.yes(), Der.octets(value)) : Der.sequence(id, Der.octets(value));
    }
}
