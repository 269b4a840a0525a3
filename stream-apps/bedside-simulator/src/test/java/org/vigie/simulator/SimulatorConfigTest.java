package org.vigie.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.platform.config.ConfigLoader;
import org.vigie.platform.config.InvalidConfigException;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.simulator.patient.PatientVariability;

/** Tests the defaults, the mapping and the refusals of the simulator's configuration. */
class SimulatorConfigTest {
    @TempDir
    Path directory;

    static SimulatorConfig with(long seed, int beds) {
        SimulatorConfig d = SimulatorConfig.defaults();
        return new SimulatorConfig(
                d.kafka(),
                d.stateDir(),
                seed,
                d.unit(),
                beds,
                d.freeBeds(),
                d.recordings(),
                d.speed(),
                d.recordingPace(),
                d.backfillHours(),
                d.scripts(),
                d.artefacts());
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertThat(ConfigLoader.load(Optional.empty(), SimulatorConfig.class, Map.of()))
                .isEqualTo(SimulatorConfig.defaults());
    }

    @Test
    void everyKeyIsReadAndAVariableOverrides() throws Exception {
        // given
        Path file = Files.writeString(directory.resolve("simulator.yaml"), """
                kafka: {bootstrapServers: "broker:9092", registryUrl: "http://registry:8081", namespace: night, partitions: 8}
                stateDir: /var/lib/vigie/simulator
                seed: 7
                unit: USC
                beds: 12
                freeBeds: 2
                recordings: /data
                speed: 10
                recordingPace: 30
                backfillHours: 6
                scripts: twelve
                artefacts: false
                variability: NONE
                """);

        // when, then
        assertThat(ConfigLoader.load(Optional.of(file), SimulatorConfig.class, Map.of("VIGIE_BEDS", "14")))
                .isEqualTo(new SimulatorConfig(
                        new KafkaConnectionConfig("broker:9092", "http://registry:8081", "night", 8),
                        Path.of("/var/lib/vigie/simulator"),
                        7,
                        "USC",
                        14,
                        2,
                        Optional.of(Path.of("/data")),
                        10,
                        30,
                        6,
                        "twelve",
                        false));
    }

    @Test
    void aWardDoesNotContinueWithOtherPatients() {
        // when
        SimulatorConfig varied = with(7, 4).withVariability(PatientVariability.FITTED);

        // then
        assertThat(varied.identity()).isNotEqualTo(with(7, 4).identity()).endsWith("variability=fitted");
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        assertRefused("VIGIE_BEDS", "0", "beds: must be 1 to 10000, was 0");
        assertRefused("VIGIE_FREE_BEDS", "-1", "freeBeds: must be 0 to 100, was -1");
        assertRefused("VIGIE_SPEED", "0.5", "speed: must be 1 to 1000, was 0.5");
        assertRefused("VIGIE_RECORDING_PACE", "0", "recordingPace: must be 1 to 600, was 0.0");
        assertRefused("VIGIE_BACKFILL_HOURS", "49", "backfillHours: must be 0 to 48, was 49");
        assertRefused("VIGIE_UNIT", "a/b", "unit: must be 1 to 20 letters, digits or '-', was a/b");
        assertRefused("VIGIE_SCRIPTS", "' '", "scripts: must be quiet, demo, twelve or a file");
    }

    private static void assertRefused(String variable, String value, String message) {
        assertThatThrownBy(() -> ConfigLoader.load(Optional.empty(), SimulatorConfig.class, Map.of(variable, value)))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining(message);
    }
}
