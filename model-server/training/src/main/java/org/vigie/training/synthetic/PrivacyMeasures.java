package org.vigie.training.synthetic;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;

/**
 * Tells what synthetic stays reveal about the recorded stays that they were made from (members). Each attack is tried on recorded stays of the
 * same set that were not used, too. A risk is the share of successes on members beyond that, 0 to 1.
 *
 * @param membershipInferenceAuc AUROC of an attacker who takes a stay near to a synthetic one for a member; .5 reveals nothing
 * @param nearerToMembers share of synthetic stays that are nearer to a member than to an unused stay; .5 reveals nothing
 * @param copies synthetic stays that are the same as a member
 * @param singlingOut risk that four values of a synthetic stay describe exactly one member
 * @param linkability risk that two halves of what is known of a member lead to the same synthetic stay
 * @param inference risk that the nearest synthetic stay tells a member's outcome
 */
public record PrivacyMeasures(
        @JsonProperty("membership_inference_auc") double membershipInferenceAuc,
        @JsonProperty("nearer_to_members") double nearerToMembers,
        int copies,
        @JsonProperty("singling_out") double singlingOut,
        double linkability,
        double inference) {
    /** Largest AUROC of membership inference with which stays may be shared. */
    public static final double GATE = 0.55;

    /** Returns whether the gate is passed and no stay is a copy. */
    @JsonProperty("may_be_shared")
    public boolean mayBeShared() {
        return membershipInferenceAuc <= GATE && copies == 0;
    }

    static PrivacyMeasures of(DisclosureAttacks members, DisclosureAttacks unused) {
        return new PrivacyMeasures(
                MembershipAttack.of(members.nearest(), unused.nearest()).auroc(),
                nearer(members.nearestToSynthetic(), unused.nearestToSynthetic()),
                members.copies(),
                beyond(members.singledOut(), unused.singledOut()),
                beyond(members.linked(), unused.linked()),
                beyond(members.inferred(), unused.inferred()));
    }

    private static double nearer(double[] toMembers, double[] toUnused) {
        double nearer = 0;
        for (int i = 0; i < toMembers.length; i++) {
            nearer += toMembers[i] < toUnused[i] ? 1 : toMembers[i] == toUnused[i] ? 0.5 : 0;
        }
        return nearer / toMembers.length;
    }

    private static double beyond(double members, double unused) {
        return unused >= 1 ? 0 : Math.max(0, (members - unused) / (1 - unused));
    }

    /** Lists the measures by name, for a report. */
    public List<List<String>> rows() {
        return List.of(
                List.of("membership inference, AUROC (at most " + GATE + ")", text(membershipInferenceAuc)),
                List.of("synthetic stays nearer to a member than to an unused stay", text(nearerToMembers)),
                List.of("copies of members", Integer.toString(copies)),
                List.of("singling out", text(singlingOut)),
                List.of("linkability", text(linkability)),
                List.of("inference of the outcome", text(inference)),
                List.of("may be shared", mayBeShared() ? "yes" : "**no**"));
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.3f", number);
    }
}
