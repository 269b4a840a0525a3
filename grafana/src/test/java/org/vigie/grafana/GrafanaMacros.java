package org.vigie.grafana;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces macros and variables as Grafana's PostgreSQL data source does before it sends a query to the store:
 *
 * <ul>
 *   <li>{@code $__timeFilter(column)}: {@code column BETWEEN 'from' AND 'to'}
 *   <li>{@code $__timeFrom()}, {@code $__timeTo()}: the ends of the time range, quoted
 *   <li>{@code $__interval}: width of a point, as {@code 10s}
 *   <li>{@code ${name:sqlstring}}: a variable's value, quoted, its quotes doubled
 * </ul>
 */
final class GrafanaMacros {
    private static final Pattern TIME_FILTER = Pattern.compile("\\$__timeFilter\\((\\w+)\\)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+):sqlstring}");

    private GrafanaMacros() {}

    static String expand(String sql, Instant from, Instant to, Duration interval, Map<String, String> variables) {
        String range = "BETWEEN '" + from + "' AND '" + to + "'";
        String expanded = TIME_FILTER
                .matcher(sql)
                .replaceAll(match -> match.group(1) + " " + range)
                .replace("$__timeFrom()", "'" + from + "'")
                .replace("$__timeTo()", "'" + to + "'")
                .replace("$__interval", interval.toSeconds() + "s");
        String complete = VARIABLE.matcher(expanded)
                .replaceAll(match -> Matcher.quoteReplacement(quoted(variables.get(match.group(1)))));
        if (complete.contains("$")) {
            throw new IllegalArgumentException("a macro that Grafana would not expand is left in: " + complete);
        }
        return complete;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
