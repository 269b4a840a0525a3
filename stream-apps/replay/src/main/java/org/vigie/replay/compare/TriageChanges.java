package org.vigie.replay.compare;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.AttentionRecord;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.schemas.bed.BedName;

/**
 * Tells the triage records that a change caused from those that the clock caused: a triage is repeated once a minute, and becomes unknown
 * when a stay is silent or late. One object is for one side.
 */
final class TriageChanges {
    private final Map<String, ShownTriage> shown = new HashMap<>();

    /** Holds what a stay showed last, and how many changes one instant of its clock brought so far. */
    private record ShownTriage(TriageAssessmentRecord content, Instant at, int number) {}

    /** Returns true when the record shows something else than the one before it of its stay. */
    boolean isChange(TriageAssessmentRecord triage) {
        if (triage.getLevel() == TriageLevelRecord.UNKNOWN || BedName.isCanary(triage.getBed())) {
            return false;
        }
        ShownTriage before = shown.get(triage.getStay());
        TriageAssessmentRecord content = content(triage);
        if (before != null && before.content().equals(content)) {
            return false;
        }
        int number = before != null && before.at().equals(triage.getAt()) ? before.number() + 1 : 1;
        shown.put(triage.getStay(), new ShownTriage(content, triage.getAt(), number));
        return true;
    }

    /** Returns what identifies the newest change of a stay: the stay, its clock, and which change of that instant it is. */
    String key(TriageAssessmentRecord triage) {
        ShownTriage newest = shown.get(triage.getStay());
        return triage.getStay() + " " + triage.getAt() + "#" + (newest == null ? 1 : newest.number());
    }

    /** Returns what a change changes. */
    private static TriageAssessmentRecord content(TriageAssessmentRecord triage) {
        return TriageAssessmentRecord.newBuilder(compared(triage))
                .setBed("")
                .setAt(Instant.EPOCH)
                .build();
    }

    /**
     * Returns what is compared: all but the second opinion, which depends on when the stays of the ward were read, and the texts of the
     * attention level, which tell the minutes since an alarm.
     */
    static TriageAssessmentRecord compared(TriageAssessmentRecord triage) {
        AttentionRecord attention = triage.getAttention();
        return TriageAssessmentRecord.newBuilder(triage)
                .setSecondLook(null)
                .setAttention(
                        attention == null
                                ? null
                                : AttentionRecord.newBuilder(attention)
                                        .setReasonsFr(List.of())
                                        .setReasonsEn(List.of())
                                        .build())
                .build();
    }
}
