package org.vigie.signal.triage;

import java.util.List;
import java.util.Map;
import org.vigie.signal.earlywarning.TableFile.Row;

/** One row of the triage table: what makes a stay at least this urgent. */
record Modulator(TriageLevel level, String scheme, List<Condition> all, String reasonFr, String reasonEn) {
    static Modulator of(Row row) {
        Condition when = Condition.parse(row.place(), row.text("when"));
        return new Modulator(
                TriageLevel.valueOf(row.text("level")),
                row.text("scheme"),
                row.text("and").isEmpty()
                        ? List.of(when)
                        : List.of(when, Condition.parse(row.place(), row.text("and"))),
                row.text("reason_fr"),
                row.text("reason_en"));
    }

    boolean holds(Map<String, Double> known) {
        return all.stream().allMatch(condition -> condition.holds(known));
    }
}
