package org.vigie.triage.training.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.triage.feature.TriageEvidence;
import org.vigie.triage.model.LevelScale;
import org.vigie.triage.model.TriageTrees;
import org.vigie.triage.model.TriageTreesConfig;
import org.vigie.triage.model.TunedTriageTrees;

class TriageTreesTunerTest {
    private static final int VISITS = 200;
    /** Learns almost nothing: one round at a tiny rate. */
    private static final TriageTreesConfig BLUNT = new TriageTreesConfig(1, 0.001, 1, 2, 1, 1);

    private static final TriageTreesConfig SHARP = new TriageTreesConfig(30, 0.2, 3, 2, 1, 1);

    private final TriageSample sample = sample();

    private static TriageSample sample() {
        var random = new Random(5);
        int[] levels = IntStream.range(0, VISITS).map(i -> 1 + i % 5).toArray();
        float[][] rows = IntStream.of(levels)
                .mapToObj(level -> new float[] {(float) (level + random.nextGaussian() / 4)})
                .toArray(float[][]::new);
        return new TriageSample(rows, levels);
    }

    @Test
    void theSettingsWithTheLeastErrorAreChosenWhateverTheirPlace() {
        assertThat(new TriageTreesTuner(List.of(BLUNT, SHARP), 1).tune(sample).settings())
                .isEqualTo(SHARP);
        assertThat(new TriageTreesTuner(List.of(SHARP, BLUNT), 1).tune(sample).settings())
                .isEqualTo(SHARP);
    }

    @Test
    void theScaleGivesEachLevelAboutAsOftenAsTheExperts() {
        // given
        var tuner = new TriageTreesTuner(List.of(SHARP), 1);
        TunedTriageTrees tuned = tuner.tune(sample);

        // when
        double[] scores;
        try (TriageTrees trees = tuner.train(tuned, sample)) {
            scores = trees.scores(sample.rows());
        }

        // then
        for (int level = 1; level <= LevelScale.LEVELS; level++) {
            int wanted = level;
            assertThat(IntStream.range(0, VISITS)
                            .filter(i -> tuned.scale().level(scores[i]) == wanted)
                            .count())
                    .as("level %d", level)
                    .isBetween(25L, 55L);
        }
    }

    @Test
    void theSameSeedGivesTheSameTreesAndScale() {
        // given
        var tuner = new TriageTreesTuner(List.of(SHARP), 4);

        // when
        TunedTriageTrees first = tuner.tune(sample);
        TunedTriageTrees second = tuner.tune(sample);

        // then
        assertThat(second).isEqualTo(first);
        try (TriageTrees one = tuner.train(first, sample);
                TriageTrees two = tuner.train(second, sample)) {
            assertThat(two.bytes()).isEqualTo(one.bytes());
        }
    }

    @Test
    void aVisitWithoutACellStillGetsAScoreBetweenTheLevels() {
        // given
        var tuner = new TriageTreesTuner(List.of(SHARP), 1);

        // when
        double[] scores;
        try (TriageTrees trees = tuner.train(tuner.tune(sample), sample)) {
            scores = trees.scores(new float[][] {{Float.NaN}});
        }

        // then
        assertThat(scores[0]).isBetween(1.0, 5.0);
    }

    @Test
    void eachKindOfEvidenceHasFewCandidatesAndOnlyTheComplaintNeedsLargeTrees() {
        assertThat(TriageEvidence.values())
                .allSatisfy(
                        evidence -> assertThat(TriageTreesTuner.of(evidence, 1).candidates())
                                .hasSize(3));
        assertThat(TriageTreesTuner.of(TriageEvidence.VITALS, 1).candidates())
                .extracting(TriageTreesConfig::rounds)
                .allMatch(rounds -> rounds <= 200);
    }
}
