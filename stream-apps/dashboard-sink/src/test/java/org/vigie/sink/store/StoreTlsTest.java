package org.vigie.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.http.JdkHttpListener;
import org.vigie.platform.tls.ServerTls;
import org.vigie.platform.tls.ServerTlsConfig;
import org.vigie.schemas.Origin;
import org.vigie.sink.row.StoreRow;
import org.vigie.sink.row.StoreTables;
import org.vigie.testing.tls.SelfSignedCertificate;

/** Tests the way to a store that a proxy with a certificate stands before. */
class StoreTlsTest {
    private static final StoreRow ROW =
            new StoreRow("readings", "readings,bed=REA/01 value=1 1", new Origin("raw", 0, 1L, -1));

    @TempDir
    private Path folder;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer proxy;
    private Path trusted;

    @BeforeEach
    void startProxy() throws Exception {
        var certificate = SelfSignedCertificate.make(folder.resolve("store.p12"), "store", 30);
        trusted = folder.resolve("store.pem");
        certificate.writePem(trusted, folder.resolve("store.key"));
        var tls = ServerTlsConfig.ofKeyStore(certificate.keyStore(), SelfSignedCertificate.PASSWORD);
        proxy = new JdkHttpListener(
                        new InetSocketAddress("127.0.0.1", 0),
                        ServerTls.of(tls, InstantSource.system()).map(ServerTls::listener))
                .bind();
        proxy.createContext("/exec", exchange -> answer(exchange, 200));
        proxy.createContext("/api/v2/write", exchange -> answer(exchange, 204));
        proxy.start();
    }

    @AfterEach
    void stopProxy() {
        proxy.stop(0);
    }

    @Test
    void tablesAndRowsGoWithThePasswordToAStoreWhoseCertificateIsTrusted() throws IOException {
        // given
        StoreEndpoint store = store(Optional.of(trusted));
        var schema = new StoreSchema(store, StoreTables.in("ward"));

        // when
        schema.create();
        try (var writer = new StoreWriter(store, schema)) {
            assertThat(writer.write(List.of(ROW))).isEmpty();
        }

        // then
        assertThat(received).contains("/exec Basic YWRtaW46c2VjcmV0", "/api/v2/write Basic YWRtaW46c2VjcmV0");
    }

    @Test
    void aStoreWhoseCertificateIsForeignGetsNeitherThePasswordNorARow() throws IOException {
        // given
        StoreEndpoint store = store(Optional.empty());
        var schema = new StoreSchema(store, StoreTables.in("ward"));

        // when, then
        assertThatExceptionOfType(DependencyUnavailableException.class).isThrownBy(schema::create);
        try (var writer = new StoreWriter(store, schema)) {
            assertThatExceptionOfType(DependencyUnavailableException.class)
                    .isThrownBy(() -> writer.write(List.of(ROW)));
        }
        assertThat(received).isEmpty();
    }

    private StoreEndpoint store(Optional<Path> authorities) throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "secret\n");
        String url = "https://127.0.0.1:" + proxy.getAddress().getPort();
        return new StoreEndpoint(
                url,
                "admin",
                Optional.of(password),
                InfluxDbConfig.defaults(),
                new StoreTlsConfig(authorities, List.of()));
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            received.add(exchange.getRequestURI().getPath() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(status, -1);
        }
    }
}
