package org.vigie.training.synthetic;

import java.util.List;
import org.vigie.evaluation.RankingCurve.CurvePoint;
import org.vigie.training.feature.LabelledStay;

/**
 * Holds synthetic stays with the recorded stays that they were made from, and recorded stays of the same set that were not used.
 *
 * @param members recorded stays that were used
 * @param unused recorded stays that were not
 */
public record SyntheticSplit(List<LabelledStay> members, List<LabelledStay> unused, List<LabelledStay> synthetic) {
    public SyntheticSplit {
        members = List.copyOf(members);
        unused = List.copyOf(unused);
        synthetic = List.copyOf(synthetic);
    }

    /** Measures what the synthetic stays reveal about the members. */
    public PrivacyMeasures privacy() {
        SeriesSpread spread = SeriesSpread.of(members);
        List<StayProfile> made = StayProfile.of(synthetic, spread);
        return PrivacyMeasures.of(attacks(members, made, spread), attacks(unused, made, spread));
    }

    /** Returns the ROC curve of the attack that looks for members by their distance. */
    public List<CurvePoint> membershipCurve() {
        SeriesSpread spread = SeriesSpread.of(members);
        List<StayProfile> made = StayProfile.of(synthetic, spread);
        return MembershipAttack.of(
                        attacks(members, made, spread).nearest(),
                        attacks(unused, made, spread).nearest())
                .roc();
    }

    /** Returns the correlation between the means of each two series: in the members, and in the synthetic stays. */
    public List<CurvePoint> correlations() {
        SeriesSpread spread = SeriesSpread.of(members);
        ProfileMoments recorded = ProfileMoments.of(StayProfile.of(members, spread));
        return recorded.correlationPairs(ProfileMoments.of(StayProfile.of(synthetic, spread)));
    }

    /** Compares each series of the members with the synthetic one. */
    public List<SeriesComparison> series() {
        return SeriesComparison.of(this);
    }

    private DisclosureAttacks attacks(List<LabelledStay> targets, List<StayProfile> made, SeriesSpread spread) {
        return new DisclosureAttacks(StayProfile.of(targets, spread), died(targets), made, died(synthetic));
    }

    private static boolean[] died(List<LabelledStay> stays) {
        boolean[] died = new boolean[stays.size()];
        for (int i = 0; i < died.length; i++) {
            died[i] = stays.get(i).died();
        }
        return died;
    }
}
