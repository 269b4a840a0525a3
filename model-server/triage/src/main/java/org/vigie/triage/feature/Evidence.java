package org.vigie.triage.feature;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.triage.visit.Input;
import org.vigie.triage.visit.Visit;

/** How much of a visit there is to go by, most first. Each has trees of its own, which see nothing else. */
public enum Evidence {
    /** The complaint was understood; everything is looked at. */
    COMPLAINT,
    /** No complaint, but mental state, pain or injury. */
    ASSESSMENT,
    /** Vital signs, age, sex and arrival only. */
    VITALS;

    private static final List<Input> ASSESSED = List.of(Input.INJURY, Input.MENTAL, Input.PAIN, Input.NRS);

    /** The most that {@code visit} gives. */
    public static Evidence of(Visit visit) {
        if (!Complaints.groups(visit.complaint()).isEmpty()) {
            return COMPLAINT;
        }
        return ASSESSED.stream().anyMatch(visit.known()::containsKey) ? ASSESSMENT : VITALS;
    }

    /** The lesser of two. */
    public Evidence atMost(Evidence most) {
        return Stream.of(this, most).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** The inputs that are looked at. */
    public List<Input> inputs() {
        return Stream.of(Input.values())
                .filter(input -> this != VITALS || !ASSESSED.contains(input))
                .toList();
    }
}
