package org.vigie.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the settings that a configuration gives to the clients of Kafka and of the registry. */
class ClientPropertiesConfigTest {
    private static final String LOG_IN =
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"station\" password=\"%s\";";

    @TempDir
    private Path folder;

    @Test
    void aSecretComesFromAFileAVariableOrACommand() throws IOException {
        // given
        Path file = Files.writeString(folder.resolve("password"), "of $1 \"file\"\n");
        var settings = settings(Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.jaas.config", LOG_IN.formatted("${file:" + file + "}"),
                "ssl.key.password", "${env:KEY}",
                "ssl.keystore.password", "${command:printf 'a b'}"));

        // when, then
        assertThat(settings.resolved(new SecretReferences(Map.of("KEY", "of the variable"))))
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", LOG_IN.formatted("of $1 \"file\""))
                .containsEntry("ssl.key.password", "of the variable")
                .containsEntry("ssl.keystore.password", "a b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ssl.keystore.password",
                "ssl.keystore.key",
                "basic.auth.user.info",
                "bearer.auth.token",
                "sasl.oauthbearer.client.credentials.client.secret",
                "schema.registry.ssl.key.password"
            })
    void aSecretInClearIsRefusedWithItsNameAndNotRepeated(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(Map.of(name, "h0spital")))
                .withMessage(
                        "kafka.client." + name
                                + ": must name its secret by ${file:PATH}, ${env:NAME} or ${command:LINE}, but holds one in clear");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=\"h0spital\"",
                "clientSecret=\"h0spital\"",
                "password=h0spital",
                "password=\"x${env:A}\""
            })
    void aPasswordInALogInIsRefusedInClear(String option) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(
                        Map.of("sasl.jaas.config", "org.example.LoginModule required a=\"b\" " + option + ";")))
                .withMessageContaining("kafka.client.sasl.jaas.config: must name its secret")
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("h0spital"));
    }

    @Test
    void whatIsNoSecretAndReferencesOfKafkasOwnProvidersStayAsTheyAre() {
        // given
        var texts = Map.of(
                "sasl.oauthbearer.token.endpoint.url", "https://login.icu/token",
                "ssl.truststore.location", "/etc/vigie/trust.pem",
                "ssl.key.password", "${dir:/run/secrets:key}",
                "sasl.jaas.config", "com.sun.security.auth.module.Krb5LoginModule required keyTab=\"/k\";");

        // when, then
        assertThat(settings(texts).resolved(new SecretReferences(Map.of()))).isEqualTo(texts);
    }

    @Test
    void aVariableOfTheProcessIsFound() {
        assertThat(settings(Map.of("ssl.key.password", "${env:PATH}")).resolved(SecretReferences.ofProcess()))
                .containsEntry("ssl.key.password", System.getenv("PATH"));
    }

    @Test
    void aReferenceThatGivesNothingIsNamedWithItsKey() {
        for (String reference : Set.of("${file:/nowhere}", "${env:NONE}", "${command:false}")) {
            assertThatIllegalStateException()
                    .isThrownBy(() ->
                            settings(Map.of("ssl.key.password", reference)).resolved(new SecretReferences(Map.of())))
                    .withMessage("kafka.client.ssl.key.password: " + reference + " must give a secret, but gave none");
        }
    }

    /** The list of names is Kafka's own, so that a new secret of a new Kafka cannot be forgotten. */
    @Test
    void eachSettingThatKafkaHoldsForASecretIsRefusedInClear() {
        // given
        Set<String> secrets = Stream.of(
                        ProducerConfig.configDef(), ConsumerConfig.configDef(), AdminClientConfig.configDef())
                .flatMap(definition -> definition.configKeys().values().stream())
                .filter(key -> key.type == ConfigDef.Type.PASSWORD)
                .map(key -> key.name)
                .filter(name -> !name.equals("sasl.jaas.config"))
                .filter(name -> !name.equals("ssl.keystore.certificate.chain"))
                .filter(name -> !name.equals("ssl.truststore.certificates"))
                .collect(Collectors.toSet());

        // when, then
        assertThat(secrets)
                .contains("ssl.key.password", "ssl.keystore.key")
                .allSatisfy(
                        name -> assertThatIllegalArgumentException().isThrownBy(() -> settings(Map.of(name, "clear"))));
        assertThatCode(() -> settings(Map.of("ssl.key.password", ""))).doesNotThrowAnyException();
    }

    private static ClientPropertiesConfig settings(Map<String, String> settings) {
        return new ClientPropertiesConfig("kafka.client", settings);
    }
}
