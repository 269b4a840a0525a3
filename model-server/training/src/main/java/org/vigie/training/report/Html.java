package org.vigie.training.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.training.evaluate.Estimate;

/** Words of a page. */
final class Html {
    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** @param rows each as long as the head; the first column names the row */
    static String table(List<String> head, List<List<String>> rows) {
        return "<table>\n<thead>" + row("th", head) + "</thead>\n<tbody>"
                + rows.stream().map(row -> row("td", row)).collect(Collectors.joining()) + "</tbody>\n</table>\n";
    }

    static String number(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.ROOT, Math.abs(value) >= 5 ? "%.1f" : "%.3f", value)
                : "none";
    }

    /** {@code .853 (.837 to .869)}. */
    static String estimate(Estimate estimate) {
        return number(estimate.value()) + " (" + number(estimate.low()) + " to " + number(estimate.high()) + ")";
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + cell + ">" + escape(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }
}
