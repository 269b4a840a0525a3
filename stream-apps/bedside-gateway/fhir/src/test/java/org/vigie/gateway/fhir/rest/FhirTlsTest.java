package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.access.server.ProgramAccess;
import org.vigie.gateway.fhir.rest.FhirEndpointInUse.CapturingIntake;
import org.vigie.gateway.fhir.rest.FhirEndpointInUse.FakeWardSnapshot;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.tls.ServerTlsConfig;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.terminology.CodeMap;
import org.vigie.testing.tls.SelfSignedCertificate;

/** Tests the FHIR endpoint over HTTPS with certificates of clients. */
class FhirTlsTest {
    private static final String TOKEN = "a-token-of-the-ward";

    @TempDir
    static Path folder;

    private FhirEndpointConfig plain;
    private FhirEndpoint endpoint;

    @BeforeAll
    static void makeCertificates() throws Exception {
        pem("server");
        pem("client");
    }

    @BeforeEach
    void start() throws Exception {
        plain = new FhirEndpointConfig(
                "127.0.0.1", 0, List.of(), Optional.of(TOKEN), folder.resolve("tokens"), 4_096, "UTC");
        var config = plain.withTls(ServerTlsConfig.ofPem(file("server.pem"), file("server.key"))
                .withClientAuthorities(file("client.pem")));
        endpoint = FhirEndpoint.start(
                config,
                new ProgramAccess(config.access(), use -> {}, InstantSource.system()),
                CodeMap::standard,
                new CapturingIntake(),
                new FakeWardSnapshot(),
                () -> "");
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    @Test
    void aClientThatShowsItsCertificateReadsOverHttps() throws Exception {
        // given
        var known = new ClientTlsConfig(text("server.pem"), text("client.pem"), text("client.key"));

        // when
        int status = status(known);

        // then
        assertThat(status).isEqualTo(200);
    }

    @Test
    void aClientWithoutItsCertificateOrWithoutTrustGetsNoAnswer() {
        assertThatIOException().isThrownBy(() -> status(ClientTlsConfig.trusting(file("server.pem"))));
        assertThatIOException().isThrownBy(() -> status(ClientTlsConfig.trusting(file("client.pem"))));
    }

    @Test
    void theHealthShowsWhenTheCertificateEnds() {
        // given
        var monitor = new AppMonitor("bedside-gateway");

        // when
        endpoint.certificate().orElseThrow().watchedBy(monitor);

        // then
        assertThat(monitor.metricsText()).contains("vigie_tls_certificate_expires_timestamp_seconds");
    }

    @Test
    void beyondLoopbackTheEndpointNeedsACertificate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FhirEndpointConfig(
                        "0.0.0.0", 0, List.of(), Optional.of(TOKEN), plain.tokens(), 4_096, "UTC"))
                .withMessageContaining("fhir.host: '0.0.0.0' is beyond loopback")
                .withMessageContaining("fhir.tls.certificate");
    }

    private int status(ClientTlsConfig tls) throws IOException, InterruptedException {
        var client =
                HttpClient.newBuilder().sslContext(tls.context().orElseThrow()).build();
        var request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + endpoint.port() + "/fhir/Flag"))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        return client.send(request, BodyHandlers.discarding()).statusCode();
    }

    private static void pem(String name) throws Exception {
        SelfSignedCertificate.make(file(name + ".p12"), name, 30).writePem(file(name + ".pem"), file(name + ".key"));
    }

    private static Path file(String name) {
        return folder.resolve(name);
    }

    private static String text(String name) {
        return file(name).toString();
    }
}
