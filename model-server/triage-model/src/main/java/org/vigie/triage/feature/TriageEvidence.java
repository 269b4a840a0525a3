package org.vigie.triage.feature;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Lists the kinds of evidence of a visit, the richest first. Each kind has trees of its own, which use no other inputs. */
public enum TriageEvidence {
    /** The complaint was understood; all inputs are used. */
    COMPLAINT,
    /** No complaint, but mental state, pain or injury. */
    ASSESSMENT,
    /** Vital signs, age, sex and arrival only. */
    VITALS;

    private static final List<TriageInput> ASSESSED =
            List.of(TriageInput.INJURY, TriageInput.MENTAL, TriageInput.PAIN, TriageInput.NRS);

    /** Returns the richest kind of evidence that {@code visit} has. */
    public static TriageEvidence of(TriageVisit visit) {
        if (!ComplaintGroups.standard().of(visit.complaint()).isEmpty()) {
            return COMPLAINT;
        }
        return ASSESSED.stream().anyMatch(visit.known()::containsKey) ? ASSESSMENT : VITALS;
    }

    /** Returns the poorer of two kinds. */
    public TriageEvidence atMost(TriageEvidence most) {
        return Stream.of(this, most).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** Returns the inputs that are used. */
    public List<TriageInput> inputs() {
        return Stream.of(TriageInput.values())
                .filter(input -> this != VITALS || !ASSESSED.contains(input))
                .toList();
    }
}
