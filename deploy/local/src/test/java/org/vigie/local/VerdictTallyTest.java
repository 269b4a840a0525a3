package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Origin;

class VerdictTallyTest {
    private static final Origin RAW = new Origin("raw", 2, 7L, -1);

    private final VerdictTally verdicts = new VerdictTally();

    @BeforeEach
    void begin() {
        verdicts.beginPartition(2, 5);
    }

    @Test
    void aReadingWithoutAVerdictIsNotConserved() {
        // when
        verdicts.published(2, 7, 2);
        verdicts.addVerdict(RAW, 0, VerdictTally.CLEAN);

        // then
        assertThat(verdicts.conserved()).isFalse();
        assertThat(verdicts.undecided()).isEqualTo(1);
    }

    @Test
    void oneVerdictPerReadingIsConservedInAnyOrder() {
        // when
        verdicts.addVerdict(RAW, 1, VerdictTally.REJECTED);
        verdicts.published(2, 7, 2);
        verdicts.addVerdict(RAW, 0, VerdictTally.CLEAN);

        // then
        assertThat(verdicts.conserved()).isTrue();
        assertThat(verdicts.count(VerdictTally.REJECTED)).isEqualTo(1);
    }

    @Test
    void aVerdictThatComesAgainCountsOnce() {
        // when
        verdicts.published(2, 7, 1);
        verdicts.addVerdict(RAW, 0, VerdictTally.SUSPECT);
        verdicts.addVerdict(RAW, 0, VerdictTally.SUSPECT);

        // then
        assertThat(verdicts.conserved()).isTrue();
        assertThat(verdicts.count(VerdictTally.SUSPECT)).isEqualTo(1);
        assertThat(verdicts.repeatedVerdicts()).isEqualTo(1);
    }

    @Test
    void twoDifferentVerdictsAreAConflict() {
        // when
        verdicts.published(2, 7, 1);
        verdicts.addVerdict(RAW, 0, VerdictTally.CLEAN);
        verdicts.addVerdict(RAW, 0, VerdictTally.REJECTED);

        // then
        assertThat(verdicts.conserved()).isFalse();
        assertThat(verdicts.conflicts()).isEqualTo(1);
    }

    @Test
    void aVerdictOnNothingIsNotConserved() {
        // when
        verdicts.addVerdict(RAW, 0, VerdictTally.CLEAN);

        // then
        assertThat(verdicts.conserved()).isFalse();
        assertThat(verdicts.differences()).containsExactly("verdicts on 1 records that are not in the topic");
    }

    @Test
    void aVerdictOnWhatTheBrokerNoLongerKeepsIsLeftOut() {
        // when
        verdicts.addVerdict(new Origin("raw", 2, 4L, -1), 0, VerdictTally.CLEAN);

        // then
        assertThat(verdicts.conserved()).isTrue();
    }
}
