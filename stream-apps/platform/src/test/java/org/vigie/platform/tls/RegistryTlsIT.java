package org.vigie.platform.tls;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.registry.RegistryAccess;
import org.vigie.registry.RegistryAddress;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.serde.RegistryConnection;
import org.vigie.schemas.serde.RegistryUnavailableException;
import org.vigie.schemas.tls.ClientTlsConfig;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.broker.EmbeddedKafkaExtension;
import org.vigie.testing.broker.KafkaTestNamespace;
import org.vigie.testing.tls.SelfSignedCertificate;

/** Tests the schema registry over HTTPS with the client that every app uses. */
@ExtendWith(EmbeddedKafkaExtension.class)
class RegistryTlsIT {
    @TempDir
    static Path folder;

    private static Path server;
    private static Path client;

    @BeforeAll
    static void makeCertificates() throws Exception {
        server = pem("server");
        client = pem("client");
    }

    @Test
    void onlyAClientThatTrustsTheRegistryAndShowsItsCertificateGetsAnAnswer(KafkaTestNamespace namespace) {
        // given
        var topic = TopicCatalogue.in(namespace.name(), 1).auditEvents();
        new AvroSerdes(namespace.kafka().registryUrl()).register(topic);
        var files = ServerTlsConfig.ofPem(server, key(server)).withClientAuthorities(client);
        var tls = ServerTls.of(files, InstantSource.system()).map(ServerTls::listener);
        var address = new RegistryAddress("127.0.0.1", 0, List.of(), tls);

        // when
        try (var registry =
                EmbeddedRegistry.start(namespace.kafka().bootstrapServers(), address, RegistryAccess.EVERYBODY)) {
            String url = registry.url();
            var known = new ClientTlsConfig(
                    server.toString(), client.toString(), key(client).toString());

            // then
            assertThatCode(() -> serdes(url, known).register(topic)).doesNotThrowAnyException();
            assertThatCode(() -> withOwnSettings(url).register(topic)).doesNotThrowAnyException();
            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .isThrownBy(
                            () -> serdes(url, ClientTlsConfig.trusting(server)).register(topic));
            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .isThrownBy(
                            () -> serdes(url, ClientTlsConfig.trusting(client)).register(topic));
            assertThatExceptionOfType(RegistryUnavailableException.class)
                    .isThrownBy(() -> serdes(url, ClientTlsConfig.defaults()).register(topic));
        }
    }

    @Test
    void beyondLoopbackTheRegistryNeedsACertificate() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistryAddress("0.0.0.0", 0, List.of(), Optional.empty()))
                .withMessageContaining("host: '0.0.0.0' is beyond loopback, where the registry needs a certificate");
    }

    private static AvroSerdes serdes(String url, ClientTlsConfig tls) {
        return new AvroSerdes(new RegistryConnection(url, "", tls));
    }

    /** Returns serdes whose client has the certificates by its own settings, as {@code kafka.registryClient} gives them. */
    private static AvroSerdes withOwnSettings(String url) throws IOException {
        Path both = folder.resolve("client-and-key.pem");
        Files.writeString(both, Files.readString(key(client)) + Files.readString(client));
        return new AvroSerdes(new RegistryConnection(
                url,
                "",
                ClientTlsConfig.defaults(),
                Map.of(
                        "schema.registry.ssl.truststore.type",
                        "PEM",
                        "schema.registry.ssl.truststore.location",
                        server.toString(),
                        "schema.registry.ssl.keystore.type",
                        "PEM",
                        "schema.registry.ssl.keystore.location",
                        both.toString())));
    }

    private static Path pem(String name) throws Exception {
        Path certificate = folder.resolve(name + ".pem");
        SelfSignedCertificate.make(folder.resolve(name + ".p12"), name, 30).writePem(certificate, key(certificate));
        return certificate;
    }

    private static Path key(Path certificate) {
        return Path.of(certificate.toString().replace(".pem", ".key"));
    }
}
