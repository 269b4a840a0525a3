package org.vigie.training.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.adversarial.TrainingBudget;

/** Tests what the privacy measures say about stays that reveal everything, and about stays that reveal nothing. */
class SyntheticSplitTest {
    private final List<LabelledStay> members = SampleStays.of(80, 1);
    private final List<LabelledStay> unused = SampleStays.of(80, 2);

    @Test
    void copiedStaysRevealWhoWasUsed() {
        // when
        PrivacyMeasures privacy = new SyntheticSplit(members, unused, members).privacy();

        // then
        assertThat(privacy.copies()).isEqualTo(80);
        assertThat(privacy.membershipInferenceAuc()).isGreaterThan(0.95);
        assertThat(privacy.nearerToMembers()).isEqualTo(1);
        assertThat(privacy.linkability()).isGreaterThan(0.5);
        assertThat(privacy.mayBeShared()).isFalse();
    }

    /** A file of synthetic stays rounds to four decimals; the recorded mean of an hour has more of them. */
    @Test
    void aCopyIsFoundAlthoughItsFileRoundedIt() {
        // given
        List<LabelledStay> written =
                members.stream().map(SyntheticSplitTest::rounded).toList();
        // when, then
        assertThat(new SyntheticSplit(members, unused, written).privacy().copies())
                .isEqualTo(80);
    }

    private static LabelledStay rounded(LabelledStay stay) {
        HourlyCells cells = HourlyCells.of(stay);
        Arrays.setAll(cells.values(), cell -> Math.rint(cells.values()[cell] * 10_000) / 10_000);
        return new LabelledStay(stay.stay().id(), cells.grid(), stay.stay().statics(), stay.died());
    }

    /** A very tall patient is known by the height alone. */
    @Test
    void heightAndWeightAtAdmissionAreAPartOfWhatIsCompared() {
        // given
        SeriesSpread spread = SeriesSpread.of(members);
        LabelledStay stay = members.get(0);
        StayProfile profile = StayProfile.of(stay, spread);
        // when
        double tall = profile.distance(StayProfile.of(with(stay, 203, 80), spread));
        double taller = profile.distance(StayProfile.of(with(stay, 214, 80), spread));
        double heavy = profile.distance(StayProfile.of(with(stay, 203, 152), spread));
        // then: the height of the first one is not known, and the usual one is 170 cm
        assertThat(tall).isCloseTo(Math.sqrt(9 + 1), within(1e-6));
        assertThat(taller).isCloseTo(Math.sqrt(16 + 1), within(1e-6));
        assertThat(heavy).isCloseTo(Math.sqrt(9 + 1 + 9), within(1e-6));
    }

    private static LabelledStay with(LabelledStay stay, double height, double weight) {
        StaticFeatures facts = stay.stay().statics();
        StaticFeatures other = new StaticFeatures(facts.age(), facts.sex(), height, weight, facts.unit());
        return new LabelledStay(stay.stay().id(), stay.stay().grid(), other, stay.died());
    }

    @Test
    void staysOfOtherPatientsRevealNothing() {
        // when
        PrivacyMeasures privacy = new SyntheticSplit(members, unused, SampleStays.of(80, 3)).privacy();

        // then
        assertThat(privacy.copies()).isZero();
        assertThat(privacy.membershipInferenceAuc()).isBetween(0.4, 0.6);
        assertThat(privacy.linkability()).isLessThan(0.1);
    }

    @Test
    void noisyCopiesAreFoundByTheirDistance() {
        // given
        List<LabelledStay> noisy = new SynthesisConfig(
                        SynthesisMethod.JITTER, 5, new TrainingBudget(Duration.ofHours(1), 1))
                .synthesize(members, 20, 60, made -> {});

        // when
        PrivacyMeasures privacy = new SyntheticSplit(members, unused, noisy).privacy();

        // then: a stay between two others would be less near
        assertThat(privacy.copies()).isZero();
        assertThat(privacy.membershipInferenceAuc()).isGreaterThan(PrivacyMeasures.GATE);
        assertThat(privacy.mayBeShared()).isFalse();
    }
}
