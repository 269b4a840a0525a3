package org.vigie.gateway.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MllpConfigTest {
    private static MllpConfig config(String host, int port, int bytes, int connections, Duration idle) {
        return new MllpConfig(
                host, port, bytes, connections, idle, Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Test
    void theListenerStaysOnLoopbackWithoutTlsByDefault() {
        // when
        MllpConfig defaults = MllpConfig.defaults();

        // then
        assertThat(defaults.host()).isEqualTo("127.0.0.1");
        assertThat(defaults.port()).isEqualTo(12575);
        assertThat(defaults.maxFrameBytes()).isEqualTo(4 << 20);
        assertThat(defaults.keyStore()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 0, 1024, 1, PT1S, 'mllp.host: must be a host, was '",
        "h, -1, 1024, 1, PT1S, 'mllp.port: must be 0 to 65535, was -1'",
        "h, 65536, 1024, 1, PT1S, 'mllp.port: must be 0 to 65535, was 65536'",
        "h, 0, 1023, 1, PT1S, 'mllp.maxFrameBytes: must be at least 1024, was 1023'",
        "h, 0, 1024, 0, PT1S, 'mllp.maxConnections: must be positive, was 0'",
        "h, 0, 1024, 1, PT0S, 'mllp.idle: must be positive, was PT0S'",
    })
    void aBadValueIsRefusedWithItsKey(
            String host, int port, int bytes, int connections, Duration idle, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> config(host, port, bytes, connections, idle))
                .withMessage(message);
    }

    @Test
    void aTrustStoreNeedsAKeyStore() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MllpConfig(
                        "h",
                        0,
                        1024,
                        1,
                        Duration.ofSeconds(1),
                        Optional.empty(),
                        Optional.of(Path.of("trust.p12")),
                        Optional.empty()))
                .withMessageContaining("mllp.trustStore");
    }
}
