package org.vigie.platform.report;

import java.util.List;

/**
 * Represents a table of a report, drawn by the template {@code table}.
 *
 * @param rows each as long as the head; the first cell names the row
 */
public record ReportTable(List<String> head, List<List<String>> rows) {
    /** Refuses a row that is shorter or longer than the head. */
    public ReportTable {
        head = List.copyOf(head);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != head.size()) {
                throw new IllegalArgumentException(
                        "A row must have " + head.size() + " cells as the head " + head + ", was " + row);
            }
        }
    }
}
