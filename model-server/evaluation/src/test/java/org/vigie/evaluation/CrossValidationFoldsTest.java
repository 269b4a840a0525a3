package org.vigie.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CrossValidationFoldsTest {
    private static final int CASES = 203;
    private final int[] classes = IntStream.range(0, CASES).map(i -> i % 5).toArray();

    @Test
    void eachCaseIsTestedOnceAndLearntInTheOtherFolds() {
        // given
        List<Integer> tested = new ArrayList<>();

        // when, then
        CrossValidationFolds.dealOneAfterOther(classes, 5, 5).forEach((fold, learnt, test) -> {
            Arrays.stream(test).forEach(tested::add);
            assertThat(IntStream.concat(Arrays.stream(learnt), Arrays.stream(test))
                            .sorted())
                    .containsExactlyElementsOf(IntStream.range(0, CASES).boxed().toList());
        });

        assertThat(tested).hasSize(CASES).doesNotHaveDuplicates();
    }

    @Test
    void bothDealingsSpreadEachClassEvenly() {
        for (CrossValidationFolds folds : List.of(
                CrossValidationFolds.dealOneAfterOther(classes, 5, 5),
                CrossValidationFolds.dealEachClass(classes, 5, 5))) {
            folds.forEach((fold, learnt, tested) -> assertThat(Arrays.stream(tested)
                            .filter(place -> classes[place] == 1)
                            .count())
                    .isBetween(8L, 9L));
        }
    }

    @Test
    void dealingOneClassAfterTheOtherKeepsFoldsWithinOneCase() {
        // given
        List<Integer> sizes = new ArrayList<>();

        // when
        CrossValidationFolds.dealOneAfterOther(classes, 5, 5)
                .forEach((fold, learnt, tested) -> sizes.add(tested.length));

        // then
        assertThat(sizes).containsExactly(41, 41, 41, 40, 40);
    }

    @Test
    void theSameSeedGivesTheSameFoldsAndAnotherSeedDoesNot() {
        // given
        int[] folds = CrossValidationFolds.dealEachClass(classes, 5, 5).foldOf();

        // when, then
        assertThat(CrossValidationFolds.dealEachClass(classes, 5, 5).foldOf()).isEqualTo(folds);
        assertThat(CrossValidationFolds.dealEachClass(classes, 5, 6).foldOf()).isNotEqualTo(folds);
    }
}
