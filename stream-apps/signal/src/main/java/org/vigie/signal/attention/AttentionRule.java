package org.vigie.signal.attention;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.signal.table.ClinicalTable.ClinicalTableRow;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.triage.TriageCondition;

/** Describes one row of the attention table: the conditions under which a stay needs at least this level. */
record AttentionRule(
        List<CareSetting> settings,
        AttentionLevel level,
        List<TriageCondition> all,
        LocalizedText reason,
        String source) {
    static AttentionRule of(ClinicalTableRow row) {
        return new AttentionRule(
                settings(row.text("setting")),
                AttentionLevel.valueOf(row.text("level")),
                Stream.of(row.text("when"), row.text("and"))
                        .filter(text -> !text.isEmpty())
                        .map(text -> TriageCondition.parse(row.place(), text))
                        .toList(),
                new LocalizedText(row.text("reason_fr"), row.text("reason_en")),
                row.text("source"));
    }

    private static List<CareSetting> settings(String text) {
        return text.equals("ALL")
                ? List.of(CareSetting.values())
                : Arrays.stream(text.split("\\|", -1)).map(CareSetting::valueOf).toList();
    }

    /** Returns the input that the row is about. */
    String input() {
        return all.get(0).input();
    }

    boolean holds(AttentionEvidence evidence, CareSetting setting) {
        return settings.contains(setting) && all.stream().allMatch(condition -> condition.holds(evidence.values()));
    }
}
