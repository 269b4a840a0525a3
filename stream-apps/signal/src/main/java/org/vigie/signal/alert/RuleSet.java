package org.vigie.signal.alert;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.earlywarning.TableFile;
import org.vigie.signal.earlywarning.TableFile.Row;

/** The rules in force, from one file. A wrong line is refused at loading with its number. */
public record RuleSet(String version, List<Rule> rules) {
    public RuleSet {
        rules = List.copyOf(rules);
    }

    /** The rules of an adult intensive-care unit. */
    public static RuleSet adultIcu() {
        return of(TableFile.beside(RuleSet.class, "adult-icu.csv"));
    }

    /** @throws IllegalArgumentException when a line is wrong; the message names it */
    public static RuleSet of(TableFile file) {
        return new RuleSet(
                file.version(),
                grouped(file.rows(), "rule").stream().map(RuleSet::rule).toList());
    }

    /** @throws IllegalArgumentException when there is no such rule */
    public Rule rule(String name) {
        return rules.stream()
                .filter(rule -> rule.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(version + ": no rule '" + name + "'"));
    }

    private static Rule rule(List<Row> rows) {
        Row first = rows.get(0);
        return new Rule(
                first.text("rule"),
                RuleKind.valueOf(first.text("kind")),
                grouped(rows, "source").stream().map(RuleSet::source).toList());
    }

    private static Source source(List<Row> rows) {
        Row first = rows.get(0);
        List<Source.Step> steps = rows.stream().map(RuleSet::step).toList();
        refuseUnknownVariable(first);
        refuseDisorder(first, Side.valueOf(first.text("side")), steps);
        return new Source(
                first.text("device"),
                first.text("source"),
                first.text("label_fr"),
                first.text("label_en"),
                Side.valueOf(first.text("side")),
                first.number("band", 0),
                duration(first, "clear"),
                steps);
    }

    private static Source.Step step(Row row) {
        return new Source.Step(
                row.number("limit", Double.NaN), Priority.valueOf(row.text("priority")), duration(row, "hold"));
    }

    private static Duration duration(Row row, String column) {
        try {
            Duration duration = Duration.parse(row.text(column));
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    row.place() + "." + column + ": must be a duration, was '" + row.text(column) + "'", e);
        }
        throw new IllegalArgumentException(row.place() + "." + column + ": must not be negative");
    }

    private static void refuseUnknownVariable(Row row) {
        String variable = row.text("source").replace(Source.SILENCE, "");
        if (!Score.VARIABLES.contains(variable)
                && VariableCatalogue.standard().find(variable).isEmpty()) {
            throw new IllegalArgumentException(row.place() + ".source: unknown variable '" + variable + "'");
        }
    }

    /** A more urgent step lies further out, and there is one step per priority. */
    private static void refuseDisorder(Row row, Side side, List<Source.Step> steps) {
        Set<Priority> seen = EnumSet.noneOf(Priority.class);
        for (int i = 0; i < steps.size(); i++) {
            boolean further = i == 0 || isFurther(side, steps.get(i), steps.get(i - 1));
            if (!further || !seen.add(steps.get(i).priority())) {
                throw new IllegalArgumentException(
                        row.place() + ".limit: each further step must be more urgent and lie further out");
            }
        }
    }

    private static boolean isFurther(Side side, Source.Step step, Source.Step before) {
        return side.violates(step.limit(), before.limit()) && step.priority().isAbove(before.priority());
    }

    private static Collection<List<Row>> grouped(List<Row> rows, String column) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.text(column), LinkedHashMap::new, Collectors.toCollection(ArrayList::new)))
                .values()
                .stream()
                .map(List::copyOf)
                .toList();
    }
}
