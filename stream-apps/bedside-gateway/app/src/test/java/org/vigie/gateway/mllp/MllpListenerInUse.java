package org.vigie.gateway.mllp;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;

/** Listens on loopback and keeps what it received. */
abstract class MllpListenerInUse {
    static final String PASSWORD = "changeit";

    final List<String> received = new CopyOnWriteArrayList<>();

    MllpListener listener;

    /** Says the listener when its certificate ends. */
    InstantSource clock = InstantSource.system();

    @AfterEach
    void close() {
        listener.close();
    }

    static void talk(MllpTestClient sender) throws IOException {
        try (sender) {
            sender.send("b");
            var unused = sender.answer().orElseThrow(() -> new IOException("closed"));
        }
    }

    Socket tls(Path own, Path trusted) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(own.toFile(), PASSWORD.toCharArray()), PASSWORD.toCharArray());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(trusted.toFile(), PASSWORD.toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context.getSocketFactory().createSocket("127.0.0.1", listener.port());
    }

    /** A self-signed certificate by the JDK's own tool, trusted by whoever holds the file. */
    static Path keyStore(Path file, String name) throws Exception {
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "own",
                        "-dname",
                        name,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .inheritIO()
                .start();
        assertThat(tool.waitFor()).isZero();
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        store.setCertificateEntry("trusted", store.getCertificate("own"));
        try (var out = java.nio.file.Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    CompletableFuture<String> echo(byte[] message, boolean whole) {
        String text = new String(message, StandardCharsets.UTF_8);
        received.add(text);
        return completedFuture((whole ? "re " : "cut ") + text);
    }

    void listen(MllpConfig config, MllpReceiver receiver) {
        listener = MllpListener.start(config, receiver, clock);
    }

    static MllpConfig config() {
        return withIdle(Duration.ofMinutes(10));
    }

    static MllpConfig withIdle(Duration idle) {
        return new MllpConfig(
                "127.0.0.1", 0, 4 << 20, 1_000, idle, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
