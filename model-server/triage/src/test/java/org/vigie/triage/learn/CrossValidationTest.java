package org.vigie.triage.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.triage.evaluate.Confusion;

class CrossValidationTest {
    private static final List<Settings> QUICK =
            List.of(new Settings(20, 0.2, 2, 2, 1, 1), new Settings(5, 0.2, 2, 2, 1, 1));
    private static final int VISITS = 200;

    private final Random random = new Random(7);
    private final int[] levels = IntStream.range(0, VISITS).map(i -> 1 + i % 5).toArray();

    private Sample sample(double told) {
        float[][] rows = new float[VISITS][];
        for (int i = 0; i < VISITS; i++) {
            rows[i] = new float[] {(float) (told * levels[i] + random.nextGaussian()), random.nextFloat()};
        }
        return new Sample(rows, levels);
    }

    private static double kappa(Sample sample, List<Judged> judged) {
        return Confusion.of(
                        sample.levels(), judged.stream().mapToInt(Judged::level).toArray())
                .quadraticKappa();
    }

    @Test
    void whatTheRowsTellIsLearnt() {
        Sample sample = sample(3);

        assertThat(kappa(sample, CrossValidation.run(QUICK, sample, 1))).isGreaterThan(0.8);
    }

    /** Would fail if any part of a visit's own level reached its judgement. */
    @Test
    void whatTheRowsDoNotTellIsNotLearnt() {
        Sample noise = sample(0);

        assertThat(kappa(noise, CrossValidation.run(QUICK, noise, 1))).isBetween(-0.2, 0.2);
    }

    @Test
    void theSameSeedGivesTheSame() {
        Sample sample = sample(1);

        assertThat(CrossValidation.run(QUICK, sample, 3)).isEqualTo(CrossValidation.run(QUICK, sample, 3));
    }

    @Test
    void foldsPartTheVisitsWithTheSameMixOfLevels() {
        Folds folds = Folds.of(levels, 5);

        assertThat(folds.parts().stream().flatMap(List::stream).sorted())
                .containsExactlyElementsOf(IntStream.range(0, VISITS).boxed().toList());
        for (int part = 0; part < Folds.COUNT; part++) {
            assertThat(folds.parts().get(part).stream().filter(place -> levels[place] == 1))
                    .hasSize(8);
            assertThat(folds.without(part))
                    .hasSize(160)
                    .doesNotContainAnyElementsOf(folds.parts().get(part));
        }
    }
}
