package org.vigie.training.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.feature.LabelledStay;

class GateThresholdsTest {
    private static final Path SHIPPED =
            Path.of(System.getProperty("vigie.repository"), "model-server/models/gate.json");

    /** Ten stays, two deaths with the highest probabilities: everybody is called right. */
    @Test
    void whatIsGoodEnoughPasses() {
        // when
        GateThresholds thresholds = new GateThresholds(0.9, 0.9, 0.2, 0.9, 1);

        // then
        assertThat(thresholds.failures(judgement(0.8f, 0.1f))).isEmpty();
    }

    @Test
    void eachDemandThatIsNotMetIsASentence() {
        // given
        GateThresholds thresholds = new GateThresholds(0.9, 0.9, 0.05, 0.9, 1);

        // when
        List<String> failures = thresholds.failures(judgement(0.1f, 0.8f));

        // then
        assertThat(failures)
                .contains("sensitivity is 0.000, must be at least 0.900")
                .contains("specificity is 0.000, must be at least 0.900")
                .anyMatch(failure -> failure.startsWith("ECE is"))
                .anyMatch(failure -> failure.startsWith("AUROC of"));
    }

    @Test
    void aGroupWithTooFewDeathsIsNotChecked() {
        // when
        GateThresholds thresholds = new GateThresholds(0, 0, 1, 0.9, 3);

        // then
        assertThat(thresholds.failures(judgement(0.1f, 0.8f))).isEmpty();
    }

    @Test
    void theShippedGateCanBeRead() throws IOException {
        assertThat(GateThresholds.read(SHIPPED).minSensitivity()).isBetween(0.3, 0.7);
    }

    private static SurvivalEvaluation judgement(float ofDead, float ofAlive) {
        List<LabelledStay> examples = new ArrayList<>();
        float[] probabilities = new float[10];
        for (int id = 0; id < probabilities.length; id++) {
            boolean died = id < 2;
            StaticFeatures staticFeatures = new StaticFeatures(70, AdministrativeSex.MALE, 170, 70, UnitType.MEDICAL);
            examples.add(new LabelledStay(id, new HourlyGrid(), staticFeatures, died));
            probabilities[id] = died ? ofDead : ofAlive;
        }
        NavigableMap<Integer, float[]> byHours = new TreeMap<>();
        byHours.put(48, probabilities);
        return SurvivalEvaluation.of(examples, byHours, OptionalDouble.of(0.5), new BootstrapEstimator(1, 1));
    }
}
