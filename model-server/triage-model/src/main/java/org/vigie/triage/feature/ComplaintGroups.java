package org.vigie.triage.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.vigie.signal.table.ClinicalTable;

/** The groups that a complaint belongs to, by the words of {@code complaints.csv}. */
public final class ComplaintGroups {
    private static final ClinicalTable TABLE = ClinicalTable.beside(ComplaintGroups.class, "complaints.csv");
    private static final Map<String, Pattern> PATTERNS = load();

    private ComplaintGroups() {}

    public static String version() {
        return TABLE.version();
    }

    /** All groups, in the table's order. */
    public static List<String> all() {
        return List.copyOf(PATTERNS.keySet());
    }

    /** Those that {@code complaint} belongs to; none when it was not understood. */
    public static List<String> groups(String complaint) {
        String words = complaint.toLowerCase(Locale.ROOT);
        return PATTERNS.entrySet().stream()
                .filter(group -> group.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Pattern> load() {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        for (ClinicalTable.ClinicalTableRow row : TABLE.rows()) {
            if (patterns.put(row.text("group"), Pattern.compile(row.text("pattern"))) != null) {
                throw new IllegalArgumentException(row.place() + ": group '" + row.text("group") + "' is there twice");
            }
        }
        return patterns;
    }
}
