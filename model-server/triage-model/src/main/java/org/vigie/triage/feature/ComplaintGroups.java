package org.vigie.triage.feature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.vigie.signal.table.ClinicalTable;

/** Finds the groups of a complaint by the words of a table. */
public final class ComplaintGroups {
    private static final ComplaintGroups STANDARD =
            new ComplaintGroups(ClinicalTable.beside(ComplaintGroups.class, "complaints.csv"));

    private final String version;
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    private ComplaintGroups(ClinicalTable table) {
        version = table.version();
        for (ClinicalTable.ClinicalTableRow row : table.rows()) {
            if (patterns.put(row.text("group"), Pattern.compile(row.text("pattern"))) != null) {
                throw new IllegalArgumentException(row.place() + ": group '" + row.text("group") + "' is there twice");
            }
        }
    }

    /** Returns the table {@code complaints.csv} with which the shipped model was trained. */
    public static ComplaintGroups standard() {
        return STANDARD;
    }

    /** Returns the version of the table. */
    public String version() {
        return version;
    }

    /** Returns all groups, in the order of the table. */
    public List<String> all() {
        return List.copyOf(patterns.keySet());
    }

    /** Returns the groups of {@code complaint}; empty when no word is known. */
    public List<String> of(String complaint) {
        if (complaint.isBlank()) {
            return List.of();
        }
        String words = complaint.toLowerCase(Locale.ROOT);
        return patterns.entrySet().stream()
                .filter(group -> group.getValue().matcher(words).find())
                .map(Map.Entry::getKey)
                .toList();
    }
}
