package org.vigie.signal.triage;

import java.util.List;
import java.util.Map;
import org.vigie.signal.table.ClinicalTable.ClinicalTableRow;

/** Describes one row of the triage table: the conditions under which a stay is at least this urgent. */
record TriageModulator(TriageLevel level, String scheme, List<TriageCondition> all, String reasonFr, String reasonEn) {
    static TriageModulator of(ClinicalTableRow row) {
        TriageCondition when = TriageCondition.parse(row.place(), row.text("when"));
        return new TriageModulator(
                TriageLevel.valueOf(row.text("level")),
                row.text("scheme"),
                row.text("and").isEmpty()
                        ? List.of(when)
                        : List.of(when, TriageCondition.parse(row.place(), row.text("and"))),
                row.text("reason_fr"),
                row.text("reason_en"));
    }

    boolean holds(Map<String, Double> known) {
        return all.stream().allMatch(condition -> condition.holds(known));
    }
}
