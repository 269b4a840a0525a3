package org.vigie.gateway.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.gateway.fhir.FhirFuzz;
import org.vigie.gateway.hl7.Er7Fuzz;
import org.vigie.gateway.mllp.MllpFuzz;
import org.vigie.gateway.mqtt.MqttFuzz;
import org.vigie.recordings.edf.EdfFuzz;
import org.vigie.recordings.wfdb.WfdbFuzz;

/**
 * Tests that no input makes a reader crash, hang or fill the memory. Each reader runs for ten seconds, as many at once
 * as there are cores. {@code -Dfuzz.seconds=60} runs longer; {@code -Dfuzz.save=true} keeps the inputs that reached new
 * code.
 */
class FuzzIT {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 10);

    @ParameterizedTest
    @ValueSource(
            classes = {Er7Fuzz.class, FhirFuzz.class, MqttFuzz.class, MllpFuzz.class, WfdbFuzz.class, EdfFuzz.class})
    void nothingBreaksTheReader(Class<?> target) throws IOException, InterruptedException {
        // given
        JazzerRunner fuzzer = JazzerRunner.of(target);
        // when
        JazzerRunner.FuzzRun run = fuzzer.run(SECONDS);
        // then
        assertThat(run.findings())
                .as("inputs that broke it, listed in " + fuzzer.log())
                .isEmpty();
        assertThat(run.exit()).as("exit code, listed in " + fuzzer.log()).isZero();
        assertThat(run.inputs()).as("inputs tried, after the saved ones").isGreaterThan(run.saved());
        if (Boolean.getBoolean("fuzz.save")) {
            fuzzer.save();
        }
    }

    @Test
    void whatIsPlantedIsFound() throws IOException, InterruptedException {
        // when
        JazzerRunner.FuzzRun run = JazzerRunner.of(PlantedFuzz.class).find();

        // then
        assertThat(run.exit()).isEqualTo(77);
        assertThat(run.findings()).anySatisfy(path -> assertThat(path).content().startsWith("ICU"));
    }
}
