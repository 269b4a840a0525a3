package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Origin;

class FatesTest {
    private static final Origin RAW = new Origin("raw", 2, 7L, -1);

    private final Fates fates = new Fates();

    @BeforeEach
    void begin() {
        fates.begin(2, 5);
    }

    @Test
    void aReadingWithoutAVerdictIsNotConserved() {
        fates.published(2, 7, 2);
        fates.decided(RAW, 0, Fates.CLEAN);

        assertThat(fates.conserved()).isFalse();
        assertThat(fates.undecided()).isEqualTo(1);
    }

    @Test
    void oneVerdictPerReadingIsConservedInAnyOrder() {
        fates.decided(RAW, 1, Fates.REJECTED);
        fates.published(2, 7, 2);
        fates.decided(RAW, 0, Fates.CLEAN);

        assertThat(fates.conserved()).isTrue();
        assertThat(fates.count(Fates.REJECTED)).isEqualTo(1);
    }

    @Test
    void aVerdictThatComesAgainCountsOnce() {
        fates.published(2, 7, 1);
        fates.decided(RAW, 0, Fates.SUSPECT);
        fates.decided(RAW, 0, Fates.SUSPECT);

        assertThat(fates.conserved()).isTrue();
        assertThat(fates.count(Fates.SUSPECT)).isEqualTo(1);
        assertThat(fates.again()).isEqualTo(1);
    }

    @Test
    void twoDifferentVerdictsAreAConflict() {
        fates.published(2, 7, 1);
        fates.decided(RAW, 0, Fates.CLEAN);
        fates.decided(RAW, 0, Fates.REJECTED);

        assertThat(fates.conserved()).isFalse();
        assertThat(fates.conflicts()).isEqualTo(1);
    }

    @Test
    void aVerdictOnNothingIsNotConserved() {
        fates.decided(RAW, 0, Fates.CLEAN);

        assertThat(fates.conserved()).isFalse();
    }

    @Test
    void aVerdictOnWhatTheBrokerNoLongerKeepsIsLeftOut() {
        fates.decided(new Origin("raw", 2, 4L, -1), 0, Fates.CLEAN);

        assertThat(fates.conserved()).isTrue();
    }
}
