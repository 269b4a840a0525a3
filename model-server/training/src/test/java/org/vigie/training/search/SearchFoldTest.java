package org.vigie.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.training.feature.FeatureTable;
import org.vigie.training.learn.ensemble.TrainingSet;
import org.vigie.training.learn.network.TrainingLabels;

class SearchFoldTest {
    private static final int STAYS = 40;

    /** Returns stays without inputs; every fourth died, and two neighbours are tested in the same of four folds. */
    static TrainingSet set() {
        boolean[] died = new boolean[STAYS];
        float[] deaths = new float[STAYS];
        float[] days = new float[STAYS];
        for (int i = 0; i < STAYS; i += 4) {
            died[i] = true;
            deaths[i] = 1;
        }
        var labels = new TrainingLabels(deaths, days, days, new TreeMap<>());
        int[] fold = IntStream.range(0, STAYS).map(i -> i / 2 % 4).toArray();
        return new TrainingSet(new TreeMap<>(), new FeatureTable(new TreeMap<>(), died), labels, fold);
    }

    @Test
    void everyStayIsTestedInExactlyOneFold() {
        // when
        List<SearchFold> folds = SearchFold.of(set());

        // then
        assertThat(folds).hasSize(4);
        assertThat(folds.stream().flatMapToInt(fold -> IntStream.of(fold.places())))
                .hasSize(STAYS)
                .doesNotHaveDuplicates();
    }

    @Test
    void noTestedStayIsLearnt() {
        assertThat(SearchFold.of(set())).allSatisfy(fold -> {
            assertThat(fold.learnt().size() + fold.tested().size()).isEqualTo(STAYS);
            assertThat(IntStream.of(fold.tested().fold()).distinct()).hasSize(1);
            assertThat(fold.learnt().fold()).doesNotContain(fold.tested().fold()[0]);
        });
    }

    @Test
    void theOutcomesFollowTheirStays() {
        // given
        boolean[] died = set().died();

        // when
        SearchFold fold = SearchFold.of(set()).get(2);

        // then
        for (int i = 0; i < fold.places().length; i++) {
            assertThat(fold.tested().died()[i]).isEqualTo(died[fold.places()[i]]);
            assertThat(fold.tested().ends().died()[i]).isEqualTo(died[fold.places()[i]] ? 1f : 0f);
        }
    }
}
