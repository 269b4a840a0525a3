package org.vigie.grafana;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces macros and variables as Grafana does before it sends a query to a store.
 *
 * <ul>
 *   <li>{@code $__timeFilter(column)} in SQL: {@code column BETWEEN 'from' AND 'to'}
 *   <li>{@code $timeFilter} in InfluxQL: {@code time >= ...ms and time <= ...ms}
 *   <li>{@code $__timeTo()} in SQL: {@code 'to'}
 *   <li>{@code ${__to}}: milliseconds of the end
 *   <li>{@code $__interval}: width of a point, as {@code 10s}
 *   <li>{@code ${bed:sqlstring}}: the bed, quoted, its quotes doubled
 *   <li>{@code ${bed:regex}}: the bed, with each character that a regular expression reads escaped
 * </ul>
 *
 * @param from start of the time range
 * @param to end of the time range
 * @param interval width of a point
 * @param bed value of the variable
 */
record GrafanaMacros(Instant from, Instant to, Duration interval, String bed) {
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\((\\w+)\\)");

    /** @throws IllegalArgumentException when a macro is left that Grafana would not expand */
    String expand(String query) {
        String range = "BETWEEN '" + from + "' AND '" + to + "'";
        String millis = "time >= " + from.toEpochMilli() + "ms and time <= " + to.toEpochMilli() + "ms";
        String complete = TIME_FILTER
                .matcher(query)
                .replaceAll(match -> match.group(1) + " " + range)
                .replace("$timeFilter", millis)
                .replace("$__timeTo()", "'" + to + "'")
                .replace("${__to}", String.valueOf(to.toEpochMilli()))
                .replace("$__interval", interval.toSeconds() + "s")
                .replace("${bed:sqlstring}", "'" + bed.replace("'", "''") + "'")
                .replace("${bed:regex}", escaped(bed));
        if (complete.replace("$/", "").contains("$")) {
            throw new IllegalArgumentException("a macro that Grafana would not expand is left in: " + complete);
        }
        return complete;
    }

    private static String escaped(String value) {
        return value.replaceAll("[\\\\^$*+?.()|\\[\\]{}/]", Matcher.quoteReplacement("\\") + "$0");
    }
}
