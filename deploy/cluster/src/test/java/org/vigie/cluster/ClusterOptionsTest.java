package org.vigie.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.vigie.simulator.patient.PatientVariability;
import picocli.CommandLine;

/** Tests the options that the commands on a cluster share. */
class ClusterOptionsTest {
    @Test
    void withoutOptionsTheClusterHasSixBedsWithTwoDaysOfPast() {
        // when
        ClusterConfig config = typed().config();

        // then
        assertThat(config.beds()).isEqualTo(6);
        assertThat(config.seed()).isEqualTo(1);
        assertThat(config.backfillHours()).isEqualTo(48);
        assertThat(config.artefacts()).isTrue();
        assertThat(config.variability()).isEqualTo(PatientVariability.FITTED);
        assertThat(config.folder().root()).isEqualTo(Path.of("data", "cluster").toAbsolutePath());
    }

    @Test
    void everyOptionIsTakenOver() {
        // when
        ClusterConfig config = typed(
                        "--beds=12",
                        "--backfill-hours=1",
                        "--seed=9",
                        "--scripts=quiet",
                        "--no-artefacts",
                        "--variability=none",
                        "--dir=/ward",
                        "--port-offset=200")
                .config();

        // then
        assertThat(config.beds()).isEqualTo(12);
        assertThat(config.backfillHours()).isEqualTo(1);
        assertThat(config.seed()).isEqualTo(9);
        assertThat(config.scripts()).isEqualTo("quiet");
        assertThat(config.artefacts()).isFalse();
        assertThat(config.variability()).isEqualTo(PatientVariability.NONE);
        assertThat(config.folder().root()).isEqualTo(Path.of("/ward"));
        assertThat(config.mllpPort()).isEqualTo(config.ports().service(ClusterNode.first(NodeKind.BEDSIDE_GATEWAY)));
        assertThat(config.ports().statusPage()).isEqualTo(16_200);
    }

    @Test
    void theWardInOneJvmIsGivenTheSameBedsAndPatients() {
        assertThat(typed("--beds=3", "--seed=5", "--no-artefacts").ofDemo())
                .containsExactly(
                        "--beds", "3", "--seed", "5", "--scripts", "demo", "--variability", "FITTED", "--no-artefacts");
    }

    @Test
    void aPortOffsetBeyondItsBoundIsRefusedByItsName() {
        // given
        ClusterOptions options = typed("--port-offset=16001");

        // when, then
        assertThatIllegalArgumentException()
                .isThrownBy(options::config)
                .withMessage("--port-offset: must lie in 0..16000, was 16001");
    }

    @Test
    void aScenarioTakesThePlaceOfEverythingElseThatHappensToThePatients() {
        // when
        ClusterConfig config = typed("--beds=4").config().withScenario(Path.of("/ward/episodes.csv"));

        // then
        assertThat(config.scripts()).isEqualTo("/ward/episodes.csv");
        assertThat(config.artefacts()).isFalse();
        assertThat(config.variability()).isEqualTo(PatientVariability.NONE);
        assertThat(config.beds()).isEqualTo(4);
    }

    private static ClusterOptions typed(String... arguments) {
        var options = new ClusterOptions();
        new CommandLine(options).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return options;
    }
}
