package org.vigie.signal.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.signal.table.ClinicalTable.ClinicalTableRow;
import org.vigie.signal.text.LocalizedText;

/** Describes one row of the triage table: the conditions under which a stay is at least this urgent. */
record TriageModulator(TriageLevel level, String scheme, List<TriageCondition> all, LocalizedText reason) {
    static TriageModulator of(ClinicalTableRow row) {
        TriageCondition when = TriageCondition.parse(row.place(), row.text("when"));
        return new TriageModulator(
                TriageLevel.valueOf(row.text("level")),
                row.text("scheme"),
                row.text("and").isEmpty()
                        ? List.of(when)
                        : List.of(when, TriageCondition.parse(row.place(), row.text("and"))),
                new LocalizedText(row.text("reason_fr"), row.text("reason_en")));
    }

    boolean holds(Map<String, Double> known) {
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).holds(known)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the rows of the most urgent level that apply, in the order of the table. */
    static List<TriageModulator> mostUrgent(List<TriageModulator> table, Map<String, Double> known) {
        List<TriageModulator> mostUrgent = new ArrayList<>(1);
        for (TriageModulator row : table) {
            TriageLevel level =
                    mostUrgent.isEmpty() ? row.level() : mostUrgent.get(0).level();
            if (level.isMoreUrgentThan(row.level()) || !row.holds(known)) {
                continue;
            }
            if (row.level() != level) {
                mostUrgent.clear();
            }
            mostUrgent.add(row);
        }
        return mostUrgent;
    }
}
