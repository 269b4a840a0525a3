package org.vigie.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.training.learn.ensemble.TrainingSet;

class SuccessiveHalvingTest {
    private final TrainingSet set = SearchFoldTest.set();
    private final List<SearchTrial> log = new ArrayList<>();
    private final SuccessiveHalving search = new SuccessiveHalving(SearchFold.of(set), set, log::add);

    /**
     * Predicts without learning.
     *
     * @param skill 0 guesses; the higher, the farther its log odds of deaths are from those of survivors
     */
    private record FixedSkill(String name, double skill) implements SearchSetting {
        @Override
        public Record config() {
            return this;
        }

        @Override
        public NavigableMap<Integer, float[]> fitAndPredict(SearchFold fold, double effort) {
            var random = new Random(fold.places()[0]);
            float[] logits = new float[fold.places().length];
            for (int i = 0; i < logits.length; i++) {
                double side = fold.tested().died()[i] ? 1 : -1;
                logits[i] = (float) (skill * side + random.nextGaussian());
            }
            return new TreeMap<>(Map.of(6, logits, 48, logits));
        }
    }

    private static List<SearchSetting> drawn(double... skills) {
        return DoubleStream.of(skills)
                .mapToObj(skill -> (SearchSetting) new FixedSkill("skill " + skill, skill))
                .toList();
    }

    private static Stream<String> names(List<SearchTrial> trials) {
        return trials.stream().map(trial -> ((FixedSkill) trial.setting()).name());
    }

    @Test
    void theBestSettingIsFirstWhateverItsPlaceAmongTheDrawn() {
        // when
        List<SearchTrial> best = search.run(new FixedSkill("shipped", 0.2), drawn(0, 0.1, 1.5, 0.3));

        // then
        assertThat(names(best)).containsExactly("skill 1.5", "shipped");
    }

    @Test
    void theShippedSettingIsFirstWhenItIsBetterThanAllDrawn() {
        // when
        List<SearchTrial> best = search.run(new FixedSkill("shipped", 1.5), drawn(0, 0.1, 0.2, 0.3));

        // then
        assertThat(names(best).findFirst()).contains("shipped");
    }

    @Test
    void halfOfTheDrawnSettingsGoOnAtEachStepAndTheShippedOneIsTriedAtEveryEffort() {
        // when
        search.run(new FixedSkill("shipped", 0.2), drawn(0, 1, 0.1, 1.5));

        // then
        assertThat(log)
                .extracting(SearchTrial::effort)
                .containsExactly(0.25, 0.25, 0.25, 0.25, 0.25, 0.5, 0.5, 0.5, 1.0, 1.0);
        assertThat(names(log.subList(5, 8))).containsExactly("skill 1.5", "skill 1.0", "shipped");
        assertThat(names(log.subList(8, 10))).containsExactly("skill 1.5", "shipped");
    }

    @Test
    void ofThreeSettingsTwoGoOn() {
        // when
        search.run(new FixedSkill("shipped", 0.2), drawn(0, 1, 1.5));

        // then
        assertThat(log).extracting(SearchTrial::rung).containsExactly(1, 1, 1, 1, 2, 2, 2, 3, 3);
    }

    @Test
    void aTrialHasResultsForEachNumberOfHoursAndItsLossIsTheirMean() {
        // when
        SearchTrial trial = search.run(new FixedSkill("shipped", 1), List.of()).get(0);

        // then
        assertThat(trial.results()).containsOnlyKeys(6, 48);
        assertThat(trial.results().get(48).auroc()).isBetween(0.7, 1.0);
        assertThat(trial.loss()).isEqualTo(trial.results().get(6).logLoss());
    }

    @Test
    void aLineOfTheLogHasItsFieldsInOrder() {
        // given
        SearchTrial trial = search.run(new FixedSkill("shipped", 1), List.of()).get(0);

        // when, then
        assertThat(trial.line("nets", "set a"))
                .containsOnlyKeys("what", "rung", "effort", "config", "seconds", "results")
                .containsEntry("config", new FixedSkill("shipped", 1));
        assertThat(trial.line("nets", "set a").keySet().iterator().next()).isEqualTo("what");
    }
}
