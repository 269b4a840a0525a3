package org.vigie.platform.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.HealthResult;
import org.vigie.platform.monitoring.MonitoringServer;
import org.vigie.testing.tls.SelfSignedCertificate;

class ServerTlsTest {
    @TempDir
    static Path made;

    private static SelfSignedCertificate first;
    private static SelfSignedCertificate second;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeCertificates() throws Exception {
        first = SelfSignedCertificate.make(made.resolve("first.p12"), "first", 30);
        second = SelfSignedCertificate.make(made.resolve("second.p12"), "second", 60);
    }

    @Test
    void aClientThatTrustsTheCertificateOfTheFilesConnects() throws Exception {
        // given
        ServerTls tls = tls(pem(first));
        var store = ServerTlsConfig.ofKeyStore(second.keyStore(), SelfSignedCertificate.PASSWORD);

        // then
        assertThat(served(tls, first)).isEqualTo("CN=first");
        assertThat(served(tls(store), second)).isEqualTo("CN=second");
        assertThatThrownBy(() -> served(tls, second)).isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void aNewCertificateIsServedToTheNextConnectionWithoutARestart() throws Exception {
        // given
        ServerTls tls = tls(pem(first));
        assertThat(served(tls, first)).isEqualTo("CN=first");

        // when
        pem(second);

        // then
        assertThat(served(tls, second)).isEqualTo("CN=second");
    }

    @Test
    void aFileThatCannotBeReadLeavesTheEarlierCertificateInUse() throws Exception {
        // given
        ServerTlsConfig files = pem(first);
        ServerTls tls = tls(files);

        // when
        Files.writeString(files.certificate().orElseThrow(), "no certificate");
        Files.setLastModifiedTime(
                files.certificate().orElseThrow(), FileTime.from(Instant.now().plusSeconds(5)));

        // then
        assertThat(served(tls, first)).isEqualTo("CN=first");
    }

    @Test
    void theHealthWarnsTwoWeeksBeforeTheEndAndIsDownAfterIt() throws Exception {
        // given
        Instant ends = end(first);

        // then
        assertThat(checked(ends.minus(Duration.ofDays(15)))).isEqualTo(new HealthResult(true, "it ends " + ends));
        assertThat(checked(ends.minus(Duration.ofDays(13))))
                .isEqualTo(new HealthResult(true, "WARNING: renew it: it ends " + ends));
        assertThat(checked(ends.plusSeconds(1)))
                .isEqualTo(new HealthResult(false, "ENDED: renew it: it ended " + ends));
    }

    @Test
    void theMetricSaysWhenTheCertificateEnds() throws Exception {
        // given
        var monitor = new AppMonitor("app");

        // when
        tls(pem(first)).watchedBy(monitor);

        // then
        assertThat(monitor.metricsText()).contains(metric("app", first));
    }

    @Test
    void theCertificateOfEachListenerIsNamed() throws Exception {
        // given
        Instant ends = end(first);
        var clock = InstantSource.fixed(ends.minus(Duration.ofDays(1)));
        var certificates = new ServerCertificates(Map.of("MLLP", stored(second, clock), "FHIR", stored(first, clock)));
        var monitor = new AppMonitor("app");

        // when
        certificates.watchedBy(monitor);

        // then
        assertThat(monitor.metricsText()).contains(metric("FHIR", first), metric("MLLP", second));
        assertThat(certificates.check())
                .isEqualTo(new HealthResult(
                        true, "FHIR: WARNING: renew it: it ends " + ends + "; MLLP: it ends " + end(second)));
    }

    @Test
    void anEndedCertificateIsNamedInTheHealthAndLeavesTheAppReady() throws Exception {
        // given
        var clock = InstantSource.fixed(end(first).plusSeconds(1));
        var certificates = new ServerCertificates(Map.of("MLLP", stored(second, clock), "FHIR", stored(first, clock)));
        var monitor = new AppMonitor("bedside-gateway");

        try (var server = MonitoringServer.start(0)) {
            // when
            certificates.watchedBy(monitor);
            server.add(monitor);

            // then
            assertThat(get(server, "/health/ready").statusCode()).isEqualTo(200);
            assertThat(get(server, "/health/live").statusCode()).isEqualTo(200);
            assertThat(get(server, "/health").statusCode()).isEqualTo(503);
            assertThat(get(server, "/health").body())
                    .contains(
                            "\"name\":\"certificate\",\"status\":\"DOWN\"",
                            "FHIR: ENDED: renew it: it ended " + end(first) + "; MLLP: it ends " + end(second));
            assertThat(get(server, "/metrics").body())
                    .contains("vigie_health_check_up{app=\"bedside-gateway\",check=\"certificate\"} 0.0");
        }
    }

    private static HttpResponse<String> get(MonitoringServer server, String path) throws Exception {
        var request = HttpRequest.newBuilder(server.address().resolve(path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }

    private static ServerTls stored(SelfSignedCertificate made, InstantSource clock) {
        var config = ServerTlsConfig.ofKeyStore(made.keyStore(), SelfSignedCertificate.PASSWORD);
        return ServerTls.of(config, clock).orElseThrow();
    }

    private static Instant end(SelfSignedCertificate made) throws Exception {
        return made.certificate().getNotAfter().toInstant();
    }

    private static String metric(String listener, SelfSignedCertificate certificate) throws Exception {
        double ends = end(certificate).getEpochSecond();
        return "vigie_tls_certificate_expires_timestamp_seconds{listener=\"" + listener + "\"} " + ends;
    }

    @Test
    void filesThatDoNotFitAreRefusedWithTheirName() throws IOException {
        // given
        Path key = Files.writeString(folder.resolve("key.pem"), "-----BEGIN RSA PRIVATE KEY-----");

        // then
        assertThatThrownBy(() -> tls(ServerTlsConfig.ofPem(key, key)))
                .hasMessageContaining("key.pem: must hold BEGIN PRIVATE KEY")
                .hasMessageContaining("found BEGIN RSA PRIVATE KEY");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ServerTlsConfig(
                        Optional.of(key),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        false))
                .withMessageContaining("certificate and privateKey must be given together");
        assertThat(ServerTls.of(ServerTlsConfig.defaults(), InstantSource.system()))
                .isEmpty();
    }

    @Test
    void aClientNeedsACertificateOfAConfiguredAuthority() throws Exception {
        // given
        Path authorities = folder.resolve("clients.pem");
        second.writePem(authorities, folder.resolve("unused.key"));
        ServerTls tls = tls(pem(first).withClientAuthorities(authorities));

        // then
        assertThat(tls.listener().needsClientCertificate()).isTrue();
        assertThat(tls.listener().parameters().getNeedClientAuth()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerTlsConfig.defaults().withClientAuthorities(authorities))
                .withMessageContaining("clientAuthorities: must be left out without a certificate");
    }

    @Test
    void beyondLoopbackAServerNeedsACertificateOrAProxyThatHasOne() throws Exception {
        // given
        ServerTlsConfig none = ServerTlsConfig.defaults();
        var atProxy = new ServerTlsConfig(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

        // then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> none.requireBeyondLoopback("fhir.", "0.0.0.0"))
                .withMessageContaining("fhir.host: '0.0.0.0' is beyond loopback")
                .withMessageContaining("fhir.tls.certificate");
        assertThatCode(() -> none.requireBeyondLoopback("fhir.", "127.0.0.1")).doesNotThrowAnyException();
        assertThatCode(() -> atProxy.requireBeyondLoopback("fhir.", "0.0.0.0")).doesNotThrowAnyException();
        assertThatCode(() -> pem(first).requireBeyondLoopback("fhir.", "0.0.0.0"))
                .doesNotThrowAnyException();
    }

    private ServerTlsConfig pem(SelfSignedCertificate certificate) throws Exception {
        Path chain = folder.resolve("server.pem");
        Path key = folder.resolve("server.key");
        certificate.writePem(chain, key);
        // Two writes within one tick of the file system's clock have the same time.
        Files.setLastModifiedTime(key, FileTime.from(end(certificate)));
        return ServerTlsConfig.ofPem(chain, key);
    }

    private HealthResult checked(Instant now) throws Exception {
        return ServerTls.of(pem(first), InstantSource.fixed(now)).orElseThrow().check();
    }

    private static ServerTls tls(ServerTlsConfig config) {
        return ServerTls.of(config, InstantSource.system()).orElseThrow();
    }

    /** Connects as a client that trusts a certificate, and returns whom the server's certificate names. */
    private static String served(ServerTls tls, SelfSignedCertificate trusted) throws Exception {
        var loopback = InetAddress.getLoopbackAddress();
        try (var server = (SSLServerSocket)
                        tls.listener().context().getServerSocketFactory().createServerSocket(0, 1, loopback);
                var client = (SSLSocket)
                        trusted.clientContext().getSocketFactory().createSocket(loopback, server.getLocalPort())) {
            var accepting = new Thread(() -> accept(server), "server");
            accepting.start();
            client.startHandshake();
            return client.getSession().getPeerPrincipal().getName();
        }
    }

    private static void accept(SSLServerSocket server) {
        try (var connection = (SSLSocket) server.accept()) {
            connection.startHandshake();
        } catch (IOException e) {
            // The client refused the certificate, which the test sees at its own end.
        }
    }
}
