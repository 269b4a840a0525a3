package org.vigie.inference.ensemble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.inference.bundle.ModelException;
import org.vigie.inference.engine.EngineConfig;
import org.vigie.model.protocol.FloatTensor;
import org.vigie.model.protocol.SurvivalTensors;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.signal.impute.WindowImputer;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/** Tests a small ensemble on the real engines: two networks of TensorFlow, trees of XGBoost. */
class SurvivalModelIT {
    private static final Path SHIPPED =
            Path.of(System.getProperty("vigie.repository"), "model-server/models/survival-lstm/1");
    /** What 60 years, 100 beats and 6 mmol/l add to the nets' bias. */
    private static final double[] NETS = {-2 + 20 * 0.02 + 4.8 * 0.5 + 0.6, -1 + 20 * 0.04 + 4.8 * 0.5 + 0.6};

    @TempDir
    private static Path folder;

    private static SurvivalModel model;

    @BeforeAll
    static void open() throws Exception {
        model = SurvivalModel.open(TinyBundle.write(folder.resolve("1")), EngineConfig.defaults());
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @Test
    void thePartsAreJoinedCalibratedAndGivenAnIntervalAsTheCardStates() {
        // given: the trees' log odds follow from what they add
        SurvivalExplanation explanation = model.explain(List.of(ill())).get(0);
        double netsAdd = 0.6 * ((NETS[0] + NETS[1]) / 2 + 1.5);
        double trees = (explanation.sum() - netsAdd) / 0.4;

        // when
        SurvivalAssessment assessment = model.assess(List.of(ill())).get(0);

        // then: 6 hours are seen, so z = 0.5 mean - 0.25
        double mean = 0.3 * NETS[0] + 0.3 * NETS[1] + 0.4 * trees;
        assertThat(trees).isPositive();
        assertThat(assessment.probability()).isCloseTo(sigmoid(0.5 * mean - 0.25), within(1e-2));
        assertThat(assessment.low()).isLessThan(sigmoid(0.5 * mean - 0.75));
        assertThat(assessment.high()).isGreaterThan(sigmoid(0.5 * mean + 0.25));
        assertThat(assessment.losDays()).isEqualTo(TinyBundle.LOS);
        assertThat(assessment.imputedShare()).isEqualTo(1 - 12 / (6 * 37.0));
        assertThat(assessment.abstained()).isFalse();
    }

    @Test
    void theCurveMovesByWhatThePartsAndTheCalibrationMovedTheNetsBy() {
        // given
        SurvivalAssessment assessment = model.assess(List.of(ill())).get(0);

        double moved = logit(assessment.probability()) - (NETS[0] + NETS[1]) / 2;
        double dead = 1 - Math.pow(TinyBundle.DAY, 30);

        // when, then
        assertThat(assessment.survival()).hasSize(30).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(1 - assessment.survivalAfter(30)).isCloseTo(sigmoid(logit(dead) + moved), within(1e-4));
    }

    @Test
    void whatTheInputsAddIsWhatTheLogOddsDifferBy() {
        // when
        SurvivalExplanation explanation = model.explain(List.of(ill())).get(0);

        // then
        assertThat(explanation.statics()[0]).isCloseTo(0.6f * 60 * TinyBundle.YEAR, within(1e-4f));
        assertThat(explanation.cells()[47 * 37 + TinyBundle.HR]).isCloseTo(0.6f * 20 * 0.03f, within(1e-4f));
        assertThat(explanation.largest(1))
                .singleElement()
                .satisfies(largest ->
                        assertThat(List.of(largest.input(), largest.row())).containsExactly(TinyBundle.LACTATE, 47));
    }

    @Test
    void contributionsThatDoNotAddUpAreNotGiven() throws Exception {
        // given
        Path wrong = TinyBundle.writeWithContributionsThatDoNotAddUp(folder.resolve("wrong"));

        try (SurvivalModel liar = SurvivalModel.open(wrong, EngineConfig.defaults())) {
            // when, then
            assertThat(liar.explain(List.of(ill()))).containsExactly(SurvivalExplanation.NONE);
        }
    }

    @Test
    void belowTheFloorItAbstainsAndNamesWhatWouldHelpMost() {
        // given: one series, two hours
        HourlyGrid grid = new HourlyGrid();
        grid.add(0, TinyBundle.HR, 90);
        grid.add(1, TinyBundle.HR, 95);
        ScoreRequest little = ScoreRequest.of(WindowImputer.fill(grid, 1), StaticFeatures.UNKNOWN);

        // when
        List<FloatTensor> outputs = model.infer(SurvivalTensors.inputs(List.of(little, ill())), true);

        // then
        assertThat(named("abstained", outputs)).containsExactly(1, 0);
        assertThat(named("most_helpful", outputs)).containsExactly(TinyBundle.LACTATE, -1);
        assertThat(named("probability", outputs)[0]).isEqualTo(SurvivalTensors.NOT_GIVEN);
        assertThat(named("survival", outputs)).startsWith(-1, -1, -1);
        assertThat(named("contributions", outputs)).hasSize(2 * ScoreRequest.CELLS);
        assertThat(new SurvivalExplanation(named("contributions", outputs), new float[0]).largest(99))
                .isNotEmpty()
                .allSatisfy(contribution -> assertThat(contribution.row()).isGreaterThan(47));
        assertThat(model.assess(List.of(little)).get(0).probability()).isBetween(0.0, 1.0);
    }

    @Test
    void manyWindowsGiveWhatEachGivesAlone() {
        // given
        List<ScoreRequest> windows = IntStream.range(0, 20)
                .mapToObj(i -> window(60 + 5 * i, 0.5 + i / 4.0, 3 + i))
                .toList();

        List<SurvivalAssessment> together = model.assess(windows);

        // when, then
        assertThat(model.explain(windows)).hasSize(20);
        for (int i = 0; i < windows.size(); i++) {
            SurvivalAssessment alone = model.assess(windows.subList(i, i + 1)).get(0);
            assertThat(alone.probability()).isCloseTo(together.get(i).probability(), within(1e-6));
            assertThat(alone.low()).isCloseTo(together.get(i).low(), within(1e-6));
        }
    }

    @Test
    void aSingleGraphGivesItsProbabilityAndNoMore() {
        try (SurvivalModel single = SurvivalModel.open(SHIPPED, EngineConfig.defaults())) {
            // given
            SurvivalAssessment assessment = single.assess(List.of(ill())).get(0);
            // when
            float[] served = named("probability", single.infer(SurvivalTensors.inputs(List.of(ill())), false));

            // then
            assertThat((float) assessment.probability()).isEqualTo(served[0]);
            assertThat(assessment.low()).isNaN();
            assertThat(assessment.survival()).isEmpty();
            assertThat(single.explain(List.of(ill()))).containsExactly(SurvivalExplanation.NONE);
            assertThat(single.mostHelpful(ill())).isEqualTo(SurvivalAssessment.NONE);
        }
    }

    @Test
    void aFileThatIsNotTheCardsIsRefusedByName() throws Exception {
        // given
        Path damaged = TinyBundle.write(folder.resolve("damaged"));
        Files.writeString(damaged.resolve("trees.ubj"), "no trees");

        // when, then
        assertThatThrownBy(() -> SurvivalModel.open(damaged, EngineConfig.defaults()))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("trees.ubj");
    }

    private static ScoreRequest ill() {
        return window(100, 6, 6);
    }

    private static ScoreRequest window(double rate, double lactate, int hours) {
        HourlyGrid grid = new HourlyGrid();
        for (int hour = 0; hour < hours; hour++) {
            grid.add(hour, TinyBundle.HR, rate);
            grid.add(hour, TinyBundle.LACTATE, lactate);
        }
        return ScoreRequest.of(
                WindowImputer.fill(grid, hours - 1),
                new StaticFeatures(
                        60,
                        StaticFeatures.AdministrativeSex.FEMALE,
                        Double.NaN,
                        Double.NaN,
                        StaticFeatures.UnitType.MEDICAL));
    }

    private static float[] named(String name, List<FloatTensor> tensors) {
        return tensors.stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow()
                .data();
    }

    private static double logit(double probability) {
        return Math.log(probability / (1 - probability));
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }
}
