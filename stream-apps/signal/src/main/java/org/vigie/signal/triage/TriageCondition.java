package org.vigie.signal.triage;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vigie.signal.vitals.DecisionThresholds;

/** Describes a comparison in a clinical table, such as {@code sbp<=70}. */
public record TriageCondition(String input, String operator, double limit) {
    private static final Pattern WRITTEN = Pattern.compile("([a-z0-9_]+)(<=|>=|<|>)(-?[0-9.]+)");

    /** @throws IllegalArgumentException when {@code text} is no comparison */
    public static TriageCondition parse(String place, String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(place + ": must be like sbp<=70, was '" + text + "'");
        }
        return new TriageCondition(matcher.group(1), matcher.group(2), Double.parseDouble(matcher.group(3)));
    }

    void addTo(DecisionThresholds thresholds, String variable) {
        switch (operator) {
            case "<=", ">" -> thresholds.addAbove(variable, limit);
            default -> thresholds.addFrom(variable, limit);
        }
    }

    /** Returns false when the input is not known. */
    public boolean holds(Map<String, Double> known) {
        Double value = known.get(input);
        return value != null
                && switch (operator) {
                    case "<=" -> value <= limit;
                    case ">=" -> value >= limit;
                    case "<" -> value < limit;
                    default -> value > limit;
                };
    }
}
