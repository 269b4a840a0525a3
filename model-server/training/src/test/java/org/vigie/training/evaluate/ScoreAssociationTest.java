package org.vigie.training.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.BootstrapEstimator;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.cohort.SepsisStay;

class ScoreAssociationTest {
    private static final int SEEN = 12;
    private static final BootstrapEstimator FEW = new BootstrapEstimator(10, 1);

    /** The first stay has sepsis before hour 12, the second after it, the others have none. */
    private static final List<SepsisStay> STAYS = List.of(
            stay(40, OptionalInt.of(3)),
            stay(30, OptionalInt.of(20)),
            stay(20, OptionalInt.empty()),
            stay(14, OptionalInt.empty()));

    private static SepsisStay stay(int hours, OptionalInt labelledFrom) {
        return new SepsisStay(new RecordedStay(hours, StaticFeatures.UNKNOWN, List.of()), hours, labelledFrom);
    }

    private static ScoreAssociation association(float... probabilities) {
        return ScoreAssociation.of(SEEN, STAYS, probabilities, 0.5, FEW);
    }

    @Test
    void staysWithSepsisAreRankedAboveStaysWithout() {
        assertThat(association(0.9f, 0.8f, 0.2f, 0.1f).sepsis().auroc().value()).isOne();
        assertThat(association(0.1f, 0.2f, 0.8f, 0.9f).sepsis().auroc().value()).isZero();
    }

    @Test
    void sepsisThatWasAlreadyThereDoesNotCountAsLaterSepsis() {
        // when
        ScoreAssociation association = association(0.1f, 0.8f, 0.2f, 0.3f);

        // then
        assertThat(association.sepsis().stays()).isEqualTo(4);
        assertThat(association.sepsis().cases()).isEqualTo(2);
        assertThat(association.laterSepsis().stays()).isEqualTo(3);
        assertThat(association.laterSepsis().cases()).isOne();
        assertThat(association.laterSepsis().auroc().value()).isOne();
    }

    @Test
    void theScoreOfLongerStaysIsComparedByRank() {
        assertThat(association(0.9f, 0.6f, 0.5f, 0.1f).length()).isCloseTo(1, within(1e-9));
        assertThat(association(0.1f, 0.2f, 0.3f, 0.4f).length()).isCloseTo(-1, within(1e-9));
    }

    @Test
    void theDistributionCountsTheCalledStays() {
        // when
        ScoreAssociation association = association(0.9f, 0.6f, 0.2f, 0.1f);

        // then
        assertThat(association.spread().stays()).isEqualTo(4);
        assertThat(association.spread().called()).isEqualTo(0.5);
        assertThat(association.spread().mean()).isCloseTo(0.45, within(1e-6));
    }
}
