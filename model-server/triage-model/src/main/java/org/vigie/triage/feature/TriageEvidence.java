package org.vigie.triage.feature;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How much of a visit there is to go by, most first. Each has trees of its own, which see nothing else. */
public enum TriageEvidence {
    /** The complaint was understood; everything is looked at. */
    COMPLAINT,
    /** No complaint, but mental state, pain or injury. */
    ASSESSMENT,
    /** Vital signs, age, sex and arrival only. */
    VITALS;

    private static final List<TriageInput> ASSESSED =
            List.of(TriageInput.INJURY, TriageInput.MENTAL, TriageInput.PAIN, TriageInput.NRS);

    /** The most that {@code visit} gives. */
    public static TriageEvidence of(TriageVisit visit) {
        if (!ComplaintGroups.groups(visit.complaint()).isEmpty()) {
            return COMPLAINT;
        }
        return ASSESSED.stream().anyMatch(visit.known()::containsKey) ? ASSESSMENT : VITALS;
    }

    /** The lesser of two. */
    public TriageEvidence atMost(TriageEvidence most) {
        return Stream.of(this, most).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The inputs that are looked at. */
    public List<TriageInput> inputs() {
        return Stream.of(TriageInput.values())
                .filter(input -> this != VITALS || !ASSESSED.contains(input))
                .toList();
    }
}
