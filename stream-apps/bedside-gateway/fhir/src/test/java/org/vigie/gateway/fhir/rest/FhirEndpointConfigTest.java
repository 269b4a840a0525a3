package org.vigie.gateway.fhir.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.access.server.ProgramAccessConfig;

class FhirEndpointConfigTest {
    private static final String TOKEN = "a-token-of-the-ward";
    private static final Path TOKENS = Path.of("tokens");

    @Test
    void byDefaultItListensOnLoopbackForTheTokensOfTheWard() {
        // when
        FhirEndpointConfig config = FhirEndpointConfig.defaults();

        // then
        assertThat(config.host()).isEqualTo("127.0.0.1");
        assertThat(config.port()).isEqualTo(18_083);
        assertThat(config.token()).isEmpty();
        assertThat(config.access()).isEqualTo(ProgramAccessConfig.defaults());
        assertThat(config.maxBodyBytes()).isEqualTo(4 << 20);
        assertThat(config.zone()).isEqualTo("Europe/Paris");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "' '!18083!a-token-of-the-ward!4096!UTC!fhir.host: must be a host, was",
                "127.0.0.1!-1!a-token-of-the-ward!4096!UTC!fhir.port: must be 0 to 65535, was -1",
                "127.0.0.1!65536!a-token-of-the-ward!4096!UTC!fhir.port: must be 0 to 65535, was 65536",
                "127.0.0.1!18083!secret!4096!UTC!fhir.token: must be at least 16 characters, was shorter",
                "127.0.0.1!18083!a-token-of-the-ward!1023!UTC!fhir.maxBodyBytes: must be at least 1024, was 1023",
                "127.0.0.1!18083!a-token-of-the-ward!4096!Mars/Base!Mars",
            })
    void aWrongValueIsRefusedWithItsKey(String host, int port, String token, int bytes, String zone, String message) {
        assertThatThrownBy(() -> new FhirEndpointConfig(host, port, List.of(), Optional.of(token), TOKENS, bytes, zone))
                .hasMessageContaining(message);
    }

    @Test
    void theRefusalOfATokenDoesNotShowIt() {
        assertThatThrownBy(() -> new FhirEndpointConfig(
                        "127.0.0.1", 0, List.of(), Optional.of("short-secret"), TOKENS, 4_096, "UTC"))
                .hasMessageNotContaining("short-secret");
    }

    @Test
    void theAllowedHostsDoNotChangeWithTheirList() {
        // given
        var hosts = new ArrayList<>(List.of("gateway.hospital"));
        var config = new FhirEndpointConfig("127.0.0.1", 0, hosts, Optional.of(TOKEN), TOKENS, 4_096, "UTC");

        // when
        hosts.clear();

        // then
        assertThat(config.allowedHosts()).containsExactly("gateway.hospital");
    }
}
