package org.vigie.training.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.evaluation.IntervalEstimate;

/** Words of a page. */
final class ReportHtml {
    private static final String STYLE = """
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; color: #1c2733; background: #fff; }
            table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums; }
            th, td { padding: .3rem .7rem; border-bottom: 1px solid #d5dce3; text-align: right; }
            th:first-child, td:first-child { text-align: left; }
            .notice { border-left: 4px solid #b3261e; padding-left: .8rem; font-weight: 600; }
            .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(19rem, 1fr)); gap: 1rem; }
            svg { width: 100%; height: auto; }
            .frame { fill: none; stroke: #8b98a5; }
            .title { font-weight: 600; font-size: 14px; text-anchor: middle; }
            .tick { font-size: 11px; text-anchor: middle; fill: #45525e; }
            .tick.end { text-anchor: end; }
            .curve { fill: none; stroke: #0b57a4; stroke-width: 2; }
            .chance { fill: none; stroke: #8b98a5; stroke-dasharray: 4 4; }
            .whisker { stroke: #0b57a4; stroke-width: 1.5; }
            .dot { fill: #0b57a4; }
            .bars { max-width: 46rem; }
            .bar { fill: #0b57a4; }
            .tick.start { text-anchor: start; }
            """;

    private ReportHtml() {}

    /** All until the first line below the title. */
    static String head(String title) {
        return "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><title>" + escape(title)
                + "</title>\n<style>\n" + STYLE + "</style></head><body>\n<h1>" + escape(title) + "</h1>";
    }

    static String paragraph(String style, String text) {
        return "<p" + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">" + escape(text) + "</p>";
    }

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
    static String estimate(IntervalEstimate estimate) {
        return number(estimate.value()) + " (" + number(estimate.low()) + " to " + number(estimate.high()) + ")";
    }

    private static String row(String cell, List<String> texts) {
        return texts.stream()
                .map(text -> "<" + cell + ">" + escape(text) + "</" + cell + ">")
                .collect(Collectors.joining("", "<tr>", "</tr>\n"));
    }
}
