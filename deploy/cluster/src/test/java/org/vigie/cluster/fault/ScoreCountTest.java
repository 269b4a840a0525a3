package org.vigie.cluster.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.replay.passport.PassportOutcome;

/** Tests how the scores of a run are counted. */
class ScoreCountTest {
    @Test
    void scoresThatAreComputedAgainAlikeAreReproducible() {
        // when
        ScoreCount count = ScoreCount.of(2, 1, List.of(PassportOutcome.SAME, PassportOutcome.SAME));

        // then
        assertThat(count).isEqualTo(new ScoreCount(2, 0, 0, 1));
        assertThat(count.isReproducible()).isTrue();
    }

    @Test
    void aScoreThatDiffersOrHasNoWindowIsNotReproducible() {
        // when, then
        assertThat(ScoreCount.of(1, 0, List.of(PassportOutcome.DIFF)).isReproducible())
                .isFalse();
        assertThat(ScoreCount.of(1, 0, List.of()).isReproducible()).isFalse();
    }
}
