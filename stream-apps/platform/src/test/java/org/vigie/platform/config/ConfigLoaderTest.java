package org.vigie.platform.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    record AlertSampleConfig(Duration holdTime, int limit) {
        AlertSampleConfig {
            if (holdTime.isNegative()) {
                throw new IllegalArgumentException("alert.holdTime: must be positive, was " + holdTime);
            }
        }
    }

    record AppSampleConfig(AlertSampleConfig alert, List<String> beds, Optional<Path> recordings, String name) {
        AppSampleConfig {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name: must not be blank");
            }
        }

        static AppSampleConfig defaults() {
            return new AppSampleConfig(
                    new AlertSampleConfig(Duration.ofSeconds(10), 3), List.of("A1"), Optional.empty(), "ward");
        }
    }

    @TempDir
    Path directory;

    @Test
    void aVariableThatEndsInFileNamesTheFileOfASecret() throws IOException {
        // given
        Path secret = file("ward seven\n");

        // when
        AppSampleConfig config = ConfigLoader.load(
                Optional.empty(), AppSampleConfig.class, Map.of("VIGIE_NAME_FILE", secret.toString()));

        // then
        assertThat(config.name()).isEqualTo("ward seven");
    }

    @Test
    void aSecretFileThatCannotBeReadIsNamedWithItsKey() {
        // when
        InvalidConfigException refusal = catchThrowableOfType(
                InvalidConfigException.class,
                () -> ConfigLoader.load(
                        Optional.empty(), AppSampleConfig.class, Map.of("VIGIE_NAME_FILE", "/nowhere/secret")));

        // then
        assertThat(refusal.problems())
                .containsExactly("name: VIGIE_NAME_FILE must name a file that can be read, was /nowhere/secret");
    }

    @Test
    void aVariableThatEndsInCommandNamesTheCommandThatPrintsASecret() {
        // when
        AppSampleConfig config = ConfigLoader.load(
                Optional.empty(), AppSampleConfig.class, Map.of("VIGIE_NAME_COMMAND", "echo ward; echo seven"));

        // then
        assertThat(config.name()).isEqualTo("ward\nseven");
    }

    @Test
    void aCommandThatFailsIsNamedByItsVariableAndNeitherItsLineNorItsOutputIsShown() {
        // when
        InvalidConfigException refusal = catchThrowableOfType(
                InvalidConfigException.class,
                () -> ConfigLoader.load(
                        Optional.empty(),
                        AppSampleConfig.class,
                        Map.of("VIGIE_NAME_COMMAND", "printf secr && printf et && exit 3")));

        // then
        assertThat(refusal.problems())
                .containsExactly(
                        "name: VIGIE_NAME_COMMAND must be a command that prints the value and ends with 0 within 30 s");
    }

    @Test
    void aMissingFileMeansTheDefaults() {
        assertThat(ConfigLoader.load(Optional.empty(), AppSampleConfig.class, Map.of()))
                .isEqualTo(AppSampleConfig.defaults());
    }

    @Test
    void theFileOverridesTheDefaultsAndTheEnvironmentTheFile() throws IOException {
        // given
        Path file = file("alert: {holdTime: PT20S, limit: 5}\nbeds: [B1, B2]\nrecordings: /data\n");

        // when
        AppSampleConfig appSampleConfig = ConfigLoader.load(
                Optional.of(file),
                AppSampleConfig.class,
                Map.of("VIGIE_ALERT_HOLD_TIME", "PT30S", "VIGIE_BEDS", "[C1]"));

        // then
        assertThat(appSampleConfig)
                .isEqualTo(new AppSampleConfig(
                        new AlertSampleConfig(Duration.ofSeconds(30), 5),
                        List.of("C1"),
                        Optional.of(Path.of("/data")),
                        "ward"));
    }

    @Test
    void allProblemsAreReportedTogether() throws IOException {
        // given
        Path file = file("alert: {holdTime: soon, limit: many, colour: red}\nsize: 3\n");

        // when
        var refusal = catchThrowableOfType(
                InvalidConfigException.class,
                () -> ConfigLoader.load(Optional.of(file), AppSampleConfig.class, Map.of()));

        // then
        assertThat(refusal.problems())
                .containsExactlyInAnyOrder(
                        "size: unknown key, expected one of [alert, beds, recordings, name]",
                        "alert.colour: unknown key, expected one of [holdTime, limit]",
                        "alert.holdTime: must be a duration such as PT30S, was \"soon\"",
                        "alert.limit: must be a whole number, was \"many\"");
    }

    @Test
    void aSectionWithoutKeysIsReported() throws IOException {
        // given
        Path file = file("alert: 3\n");

        // when
        var refusal = catchThrowableOfType(
                InvalidConfigException.class,
                () -> ConfigLoader.load(Optional.of(file), AppSampleConfig.class, Map.of()));

        // then
        assertThat(refusal.problems()).containsExactly("alert: must hold keys and values, was 3");
    }

    @Test
    void aViolatedRuleOfARecordIsReported() throws IOException {
        // given
        Path file = file("alert: {holdTime: PT-1S}\n");

        // when
        var refusal = catchThrowableOfType(
                InvalidConfigException.class,
                () -> ConfigLoader.load(Optional.of(file), AppSampleConfig.class, Map.of()));

        // then
        assertThat(refusal).hasMessageContaining("alert.holdTime: must be positive, was PT-1S");
    }

    @Test
    void aMalformedFileIsReportedWithItsLine() throws IOException {
        // given
        Path file = file("alert: {holdTime: PT1S\nbeds: [");

        // when
        var refusal = catchThrowableOfType(
                InvalidConfigException.class,
                () -> ConfigLoader.load(Optional.of(file), AppSampleConfig.class, Map.of()));

        // then
        assertThat(refusal).hasMessageContaining("line ");
    }

    private Path file(String yaml) throws IOException {
        return Files.writeString(directory.resolve("app.yaml"), yaml);
    }
}
