package org.vigie.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.schemas.topic.AppTopics;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.broker.UnusedPort;
import org.vigie.testing.tls.SelfSignedCertificate;

/** Runs a broker with an authorizer, and a SCRAM log-in over TLS for each app with the access control lists of the ward. */
final class SecuredBroker implements AutoCloseable {
    static final String PASSWORD = "password-of-tests";

    private final EmbeddedBroker broker;
    private final String appsListener;
    private final Path authorities;

    private SecuredBroker(EmbeddedBroker broker, String appsListener, Path authorities) {
        this.broker = broker;
        this.appsListener = appsListener;
        this.authorities = authorities;
    }

    static SecuredBroker start(Path folder, TopicCatalogue topics, String namespace) throws Exception {
        int plain = UnusedPort.find().number();
        int controller = UnusedPort.find().number();
        String appsListener = "127.0.0.1:" + UnusedPort.find().number();
        Path keyStore = Files.createTempDirectory("secured").resolve("broker.p12");
        var certificate = SelfSignedCertificate.make(keyStore, "broker", 30);
        Path authorities = keyStore.resolveSibling("broker.pem");
        certificate.writePem(authorities, keyStore.resolveSibling("broker.key"));
        var broker =
                EmbeddedBroker.start(folder, plain, controller, secured(plain, controller, appsListener, keyStore));
        broker.createTopics(topics);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            admin.createAcls(new TopicAcls(namespace).bindings()).all().get();
            admin.alterUserScramCredentials(AppTopics.all().stream()
                            .map(app -> credential(app.app()))
                            .toList())
                    .all()
                    .get();
        }
        return new SecuredBroker(broker, appsListener, authorities);
    }

    /** The broker itself uses the first listener; the apps log in at the last one. */
    private static Map<String, String> secured(int plain, int controller, String appsListener, Path keyStore) {
        String listeners = "PLAINTEXT://127.0.0.1:" + plain + ",APPS://" + appsListener;
        return Map.of(
                "listeners", listeners + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners", listeners,
                "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT,APPS:SASL_SSL",
                "listener.name.apps.ssl.keystore.type", "PKCS12",
                "listener.name.apps.ssl.keystore.location", keyStore.toString(),
                "listener.name.apps.ssl.keystore.password", SelfSignedCertificate.PASSWORD,
                "sasl.enabled.mechanisms", "SCRAM-SHA-512",
                "listener.name.apps.scram-sha-512.sasl.jaas.config",
                        "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "super.users", "User:ANONYMOUS");
    }

    private static UserScramCredentialAlteration credential(String app) {
        var scram = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4_096);
        return new UserScramCredentialUpsertion(TopicAcls.principal(app), scram, PASSWORD);
    }

    /** Returns the address of the listener without a log-in, whose user may do everything. */
    String administratorsAddress() {
        return broker.bootstrapServers();
    }

    /** Returns the address at which the apps log in. */
    String appsAddress() {
        return appsListener;
    }

    /** Returns the settings with which an app logs in. */
    Map<String, Object> login(String app) {
        return Map.of(
                "bootstrap.servers",
                appsListener,
                "security.protocol",
                "SASL_SSL",
                "ssl.truststore.type",
                "PEM",
                "ssl.truststore.location",
                authorities.toString(),
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "max.block.ms",
                20_000,
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                        + TopicAcls.principal(app) + "\" password=\"" + PASSWORD + "\";");
    }

    @Override
    public void close() {
        broker.close();
    }
}
