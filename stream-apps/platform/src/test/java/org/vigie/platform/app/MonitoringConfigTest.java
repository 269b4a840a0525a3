package org.vigie.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.tls.ServerTlsConfig;
import org.vigie.testing.tls.SelfSignedCertificate;

class MonitoringConfigTest {
    @TempDir
    private Path folder;

    @Test
    void beyondLoopbackItNeedsACertificateOrANetworkThatEncrypts() {
        // given
        ServerTlsConfig none = ServerTlsConfig.defaults();
        var atProxy = new ServerTlsConfig(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MonitoringConfig("0.0.0.0", 18_092, none))
                .withMessageStartingWith("monitoring.host: '0.0.0.0' is beyond loopback")
                .withMessageContaining("monitoring.tls.certificate");
        assertThat(new MonitoringConfig("0.0.0.0", 18_092, atProxy).isOn()).isTrue();
        assertThat(new MonitoringConfig("0.0.0.0", 0, none).isOn()).isFalse();
    }

    @Test
    void withACertificateMetricsAreServedOverHttpsAloneAndItsEndIsAMetric() throws Exception {
        // given
        var certificate = SelfSignedCertificate.make(folder.resolve("own.p12"), "monitoring", 30);
        var tls = ServerTlsConfig.ofKeyStore(certificate.keyStore(), SelfSignedCertificate.PASSWORD);
        HttpClient client =
                HttpClient.newBuilder().sslContext(certificate.clientContext()).build();

        // when
        try (var server = new MonitoringConfig("127.0.0.1", 0, tls).start()) {
            // then
            assertThat(server.address().getScheme()).isEqualTo("https");
            assertThat(get(client, server.address().resolve("/metrics")))
                    .contains("vigie_tls_certificate_expires_timestamp_seconds{", "listener=\"monitoring\"");
            URI plain = URI.create("http://127.0.0.1:" + server.address().getPort() + "/metrics");
            assertThatIOException().isThrownBy(() -> get(client, plain));
        }
    }

    private static String get(HttpClient client, URI address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
