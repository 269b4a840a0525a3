package org.vigie.notifications.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.testing.tls.SelfSignedCertificate;

/** Asks a station over HTTPS. */
class StationHealthReaderTest {
    private static final byte[] WATCHING = "{\"status\": \"WATCHING\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private static Path certificate;
    private static Path key;

    private HttpsServer station;

    @BeforeAll
    static void makeCertificate() throws Exception {
        certificate = folder.resolve("station.pem");
        key = folder.resolve("station.key");
        SelfSignedCertificate.make(folder.resolve("station.p12"), "station", 30).writePem(certificate, key);
    }

    @BeforeEach
    void startStation() throws Exception {
        var tls = new ClientTlsConfig("", certificate.toString(), key.toString()).context();
        station = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        station.setHttpsConfigurator(new HttpsConfigurator(tls.orElseThrow()));
        station.createContext("/api/health", exchange -> {
            exchange.sendResponseHeaders(200, WATCHING.length);
            exchange.getResponseBody().write(WATCHING);
            exchange.close();
        });
        station.start();
    }

    @AfterEach
    void stopStation() {
        station.stop(0);
    }

    @Test
    void aStationWithATrustedCertificateIsAsked() {
        assertThat(reader(ClientTlsConfig.trusting(certificate))
                        .answer(Instant.EPOCH)
                        .failures())
                .isEmpty();
    }

    @Test
    void aStationWithAnotherCertificateCountsAsOneThatDoesNotAnswer() {
        assertThat(reader(ClientTlsConfig.defaults()).answer(Instant.EPOCH).failures())
                .hasSize(1);
    }

    private StationHealthReader reader(ClientTlsConfig tls) {
        var address = URI.create("https://127.0.0.1:" + station.getAddress().getPort());
        return new StationHealthReader(address, "", tls);
    }
}
