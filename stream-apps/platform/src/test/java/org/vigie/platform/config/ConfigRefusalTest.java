package org.vigie.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that a file which says something else than its writer meant is refused, with the key. */
class ConfigRefusalTest {
    record SenderSampleConfig(String name, int most) {
        SenderSampleConfig {
            if (most < 1) {
                throw new IllegalArgumentException("most: must be positive, was " + most);
            }
        }
    }

    record IntakeSampleConfig(int port, List<String> beds, Optional<String> token, List<SenderSampleConfig> senders) {
        static IntakeSampleConfig defaults() {
            return new IntakeSampleConfig(12575, List.of("A1"), Optional.of("t"), List.of());
        }
    }

    @TempDir
    Path directory;

    @Test
    void aKeyWithoutAValueIsRefusedAndNotReadAsZero() throws IOException {
        assertThat(problems("port:\nbeds: ~\n"))
                .containsExactly(
                        "port: has no value; write one, or remove the key",
                        "beds: has no value; write one, or remove the key");
    }

    @Test
    void anOptionalKeyWithoutAValueIsSwitchedOff() throws IOException {
        assertThat(load("token:\n", Map.of()).token()).isEmpty();
    }

    @Test
    void aKeyThatStandsTwiceIsRefusedWithItsLine() throws IOException {
        assertThat(problems("port: 1\nbeds: [B1]\nport: 2\n"))
                .singleElement()
                .asString()
                .startsWith("line 3: ")
                .contains("Duplicate", "port");
    }

    @Test
    void aFractionIsNotCutToAWholeNumber() throws IOException {
        assertThat(problems("port: 12575.9\n")).containsExactly("port: must be a whole number, was 12575.9");
    }

    @Test
    void aListWithAnEmptyEntryIsRefused() throws IOException {
        assertThat(problems("beds: [A1, ~]\n")).containsExactly("beds: must be a list, was [\"A1\",null]");
    }

    @Test
    void theRuleThatAnEntryOfAListBreaksIsNamed() throws IOException {
        assertThat(problems("senders: [{name: MON, most: 0}]\n"))
                .containsExactly("senders: most: must be positive, was 0");
    }

    @Test
    void aFileThatHoldsAListIsRefused() throws IOException {
        assertThat(problems("- port\n")).containsExactly("must hold keys and values, was ARRAY");
    }

    @Test
    void anEmptyFileMeansTheDefaults() throws IOException {
        assertThat(load("# nothing yet\n", Map.of())).isEqualTo(IntakeSampleConfig.defaults());
    }

    @Test
    void aFileThatDoesNotExistIsNamed() {
        // given
        Path missing = directory.resolve("none.yaml");

        // when
        var refusal = catchThrowableOfType(
                InvalidConfigException.class,
                () -> ConfigLoader.load(Optional.of(missing), IntakeSampleConfig.class, Map.of()));

        // then
        assertThat(refusal.getMessage()).contains("none.yaml cannot be used", "cannot be read: ");
    }

    @Test
    void aVariableThatDoesNotFitIsNamedByItsKey() {
        // when
        var refusal = catchThrowableOfType(
                InvalidConfigException.class,
                () -> ConfigLoader.load(
                        Optional.empty(),
                        IntakeSampleConfig.class,
                        Map.of("VIGIE_PORT", "soon", "VIGIE_BEDS", "A1: [")));

        // then
        assertThat(refusal.problems())
                .containsExactly("port: must be a whole number, was \"soon\"", "beds: must be a list, was \"A1: [\"");
    }

    @Test
    void theVariableOfAKeyWritesEachWordInCapitals() {
        assertThat(ConfigLoader.environmentVariable("kafka.bootstrapServers"))
                .isEqualTo("VIGIE_KAFKA_BOOTSTRAP_SERVERS");
        assertThat(ConfigLoader.environmentVariable("http2.maxStreams")).isEqualTo("VIGIE_HTTP2_MAX_STREAMS");
    }

    private List<String> problems(String yaml) throws IOException {
        Path file = Files.writeString(directory.resolve("intake.yaml"), yaml);
        return catchThrowableOfType(
                        InvalidConfigException.class,
                        () -> ConfigLoader.load(Optional.of(file), IntakeSampleConfig.class, Map.of()))
                .problems();
    }

    private IntakeSampleConfig load(String yaml, Map<String, String> environment) throws IOException {
        Path file = Files.writeString(directory.resolve("intake.yaml"), yaml);
        return ConfigLoader.load(Optional.of(file), IntakeSampleConfig.class, environment);
    }
}
