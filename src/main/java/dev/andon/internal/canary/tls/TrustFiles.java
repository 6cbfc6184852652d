package dev.andon.internal.canary.tls;

import dev.andon.internal.canary.spec.CanaryConfigurationException;
import dev.andon.internal.canary.spec.RunOverrides;
import dev.andon.internal.files.InputFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The certificates that the configuration names: whom a canary trusts, and how it proves who it is. */
public final class TrustFiles {
    /** A file with the certificates of authorities to be trusted as well as those of the JDK. */
    public static final String CA_FILE = "andon.canary.ca-file";

    /** A file with a certificate and its key. */
    public static final String CLIENT_CERTIFICATE = "andon.canary.client-certificate";

    /** The password of the file above. */
    public static final String PASSWORD = "andon.canary.credential.client-certificate";

    /** The certificate of a proof's authority, in a run of the proof only. */
    public static final String PROOF_AUTHORITY = "andon.canary.proof-authority";

    private static final int LARGEST = 8 << 20;
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");

    private TrustFiles() {}

    /**
     * Returns the context for connections where the configuration names certificates; empty for the JDK's own.
     *
     * @param settings the value of a key
     * @throws CanaryConfigurationException naming the key whose file cannot be used
     */
    public static Optional<SSLContext> context(Function<String, Optional<String>> settings) {
        Optional<String> file = settings.apply(CA_FILE);
        Optional<String> own = settings.apply(CLIENT_CERTIFICATE);
        // A variable of that name would let its author read what a canary sends: only a proof of this process can set
        // it.
        Optional<String> proof = RunOverrides.value(PROOF_AUTHORITY);
        if (file.isEmpty() && own.isEmpty() && proof.isEmpty()) {
            return Optional.empty();
        }
        try {
            List<Certificate> trusted = new ArrayList<>();
            file.ifPresent(path -> trusted.addAll(authorities(CA_FILE, path)));
            if (proof.isPresent()) {
                trusted.addAll(certificates(proof.get().getBytes(StandardCharsets.UTF_8)));
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    own.isEmpty() ? null : keys(own.get(), password(settings)),
                    trusted.isEmpty() ? null : trust(trusted),
                    null);
            return Optional.of(context);
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /**
     * Returns the context for connections to servers with a certificate of the JDK's authorities or of those in a file.
     *
     * @param key the setting that names the file, for the message
     * @throws CanaryConfigurationException naming the key if the file cannot be used
     */
    public static SSLContext trusting(String key, String path) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust(authorities(key, path)), null);
            return context;
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static Optional<String> password(Function<String, Optional<String>> settings) {
        String key = PASSWORD + ".file";
        return settings.apply(PASSWORD)
                .or(() -> settings.apply(key).map(path -> new String(read(key, path), StandardCharsets.UTF_8).strip()));
    }

    private static List<Certificate> authorities(String key, String path) {
        byte[] content = read(key, path);
        try {
            Collection<? extends Certificate> found = certificates(content);
            if (!found.isEmpty()) {
                return List.copyOf(found);
            }
        } catch (CertificateException malformed) {
            throw unusable(key, path, "it holds a certificate that cannot be read: " + malformed.getMessage());
        }
        throw unusable(key, path, "it holds no certificate; write those of the authorities in PEM");
    }

    private static KeyManager[] keys(String path, Optional<String> password) {
        byte[] content = read(CLIENT_CERTIFICATE, path);
        String name = path.toLowerCase(Locale.ROOT);
        boolean archive = name.endsWith(".p12") || name.endsWith(".pfx");
        try {
            return archive ? keysOfArchive(content, password.orElse("").toCharArray()) : keysOfPem(content, path);
        } catch (GeneralSecurityException | IOException malformed) {
            throw unusable(
                    CLIENT_CERTIFICATE,
                    path,
                    archive
                            ? "it is no PKCS #12 file, or " + PASSWORD + " is not its password"
                            : "it holds no usable certificate and key in PEM: " + malformed.getMessage());
        }
    }

    private static KeyManager[] keysOfArchive(byte[] content, char[] password)
            throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(content), password);
        for (String alias : Collections.list(keys.aliases())) {
            Key key = keys.getKey(alias, password);
            if (key instanceof PrivateKey mine) {
                return managers(mine, List.of(keys.getCertificateChain(alias)));
            }
        }
        throw new GeneralSecurityException("no key");
    }

    private static KeyManager[] keysOfPem(byte[] content, String path) throws GeneralSecurityException, IOException {
        Matcher blocks = PEM.matcher(new String(content, StandardCharsets.ISO_8859_1));
        PrivateKey key = null;
        while (blocks.find()) {
            String kind = blocks.group(1);
            if (kind.equals("PRIVATE KEY")) {
                key = key(decoded(blocks.group(2)));
            } else if (kind.endsWith("PRIVATE KEY")) {
                throw unusable(
                        CLIENT_CERTIFICATE,
                        path,
                        "its key is of the kind " + kind
                                + ": convert it with openssl pkcs8 -topk8 -nocrypt, or use a PKCS #12 file");
            }
        }
        List<Certificate> chain = List.copyOf(certificates(content));
        if (key == null || chain.isEmpty()) {
            throw new GeneralSecurityException(key == null ? "no key" : "no certificate");
        }
        return managers(key, chain);
    }

    private static PrivateKey key(byte[] encoded) throws GeneralSecurityException {
        GeneralSecurityException unknown = new GeneralSecurityException("no key");
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException another) {
                unknown = another;
            }
        }
        throw unknown;
    }

    private static Collection<? extends Certificate> certificates(byte[] content) throws CertificateException {
        List<Certificate> found = new ArrayList<>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Matcher blocks = PEM.matcher(new String(content, StandardCharsets.ISO_8859_1));
        while (blocks.find()) {
            if (blocks.group(1).equals("CERTIFICATE")) {
                found.add(factory.generateCertificate(new ByteArrayInputStream(decoded(blocks.group(2)))));
            }
        }
        return found;
    }

    private static byte[] decoded(String base64) throws CertificateException {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException damaged) {
            throw new CertificateException("it is cut or damaged", damaged);
        }
    }

    private static byte[] read(String key, String path) {
        try {
            return InputFile.bytes(Path.of(path), LARGEST);
        } catch (IOException | InvalidPathException unreadable) {
            throw unusable(key, path, "the file cannot be read");
        }
    }

    private static CanaryConfigurationException unusable(String key, String path, String why) {
        return new CanaryConfigurationException(key + " = " + path + ": " + why);
    }

    private static TrustManager[] trust(List<Certificate> more) throws GeneralSecurityException, IOException {
        List<Certificate> all = new ArrayList<>(more);
        for (TrustManager usual : trustManagers(null)) {
            if (usual instanceof X509TrustManager known) {
                all.addAll(List.of(known.getAcceptedIssuers()));
            }
        }
        KeyStore store = empty();
        for (int i = 0; i < all.size(); i++) {
            store.setCertificateEntry("authority-" + i, all.get(i));
        }
        return trustManagers(store);
    }

    private static TrustManager[] trustManagers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] managers(PrivateKey key, List<? extends Certificate> chain)
            throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        store.setKeyEntry("own", key, new char[0], chain.toArray(new Certificate[0]));
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, new char[0]);
        return store;
    }

    /** Returns the context of a server with that key and certificates. */
    static SSLContext context(PrivateKey key, List<? extends Certificate> chain) throws GeneralSecurityException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(managers(key, chain), null, null);
            return context;
        } catch (IOException impossible) {
            throw new GeneralSecurityException(impossible);
        }
    }
}
