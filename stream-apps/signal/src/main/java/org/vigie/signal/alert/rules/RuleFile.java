package org.vigie.signal.alert.rules;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alert.Priority;
import org.vigie.signal.alert.Rule;
import org.vigie.signal.alert.RuleKind;
import org.vigie.signal.alert.RuleSet;
import org.vigie.signal.alert.Side;
import org.vigie.signal.alert.Source;
import org.vigie.signal.alert.Source.Step;

/** What a rule file says, checked line by line and compiled. */
final class RuleFile {
    private static final Set<String> SCORES = Set.of("news2", "news2_single");

    private final Line file;

    RuleFile(Line file) {
        this.file = file.only("version", "source", "rules", "profiles");
    }

    RuleBook book() {
        var rules = new RuleSet(file.at("version").text(), rules(file.at("rules")));
        List<UnitRules> profiles = file.at("profiles").items().stream()
                .map(profile -> new Profile(profile).of(rules))
                .toList();
        refuseUnitsNamedTwice(profiles);
        return new RuleBook(rules.version(), file.at("source").text(), profiles);
    }

    private void refuseUnitsNamedTwice(List<UnitRules> profiles) {
        if (profiles.isEmpty() || !profiles.get(0).units().isEmpty()) {
            throw file.at("profiles").refuse("profiles: the first must name no unit: it is that of all others");
        }
        Set<String> seen = new HashSet<>();
        profiles.stream().flatMap(profile -> profile.units().stream()).forEach(unit -> {
            if (!seen.add(unit)) {
                throw file.at("profiles").refuse("profiles: unit '" + unit + "' has two");
            }
        });
    }

    private static List<Rule> rules(Line rules) {
        Set<String> names = new HashSet<>();
        return rules.items().stream().map(rule -> rule(rule, names)).toList();
    }

    private static Rule rule(Line rule, Set<String> names) {
        rule.only("name", "kind", "sources");
        Line name = rule.at("name");
        if (!names.add(name.text())) {
            throw name.refuse("name: '" + name.text() + "' stands twice");
        }
        RuleKind kind = rule.at("kind").oneOf(RuleKind.class);
        List<Source> sources = rule.at("sources").items().stream()
                .map(source -> source(source, kind))
                .toList();
        if (sources.isEmpty()) {
            throw rule.at("sources").wrong("at least one source");
        }
        return new Rule(name.text(), kind, sources);
    }

    private static Source source(Line source, RuleKind kind) {
        source.only("variable", "device", "label", "side", "band", "clear", "steps");
        Line label = source.at("label").only("fr", "en");
        Side side = source.at("side").oneOf(Side.class);
        List<Step> steps =
                source.at("steps").items().stream().map(RuleFile::step).toList();
        if (steps.isEmpty()) {
            throw source.at("steps").wrong("at least one step");
        }
        var made = new Source(
                source.at("device").text(),
                variable(source.at("variable"), kind),
                label.at("fr").text(),
                label.at("en").text(),
                side,
                source.at("band").number(),
                source.at("clear").duration(),
                steps);
        if (!made.isInOrder()) {
            throw source.at("steps").refuse("steps: each further step must be more urgent and lie further out");
        }
        refuseDelay(source, kind, made);
        return made;
    }

    private static Step step(Line step) {
        step.only("limit", "priority", "hold");
        return new Step(
                step.at("limit").number(),
                step.at("priority").oneOf(Priority.class),
                step.at("hold").duration());
    }

    private static String variable(Line variable, RuleKind kind) {
        String name = variable.text();
        boolean known = switch (kind) {
            case LIMIT, TREND -> isVital(name);
            case SCORE -> SCORES.contains(name);
            case RISK -> name.equals(Source.RISK);
            case TECHNICAL ->
                name.equals(Source.CLOCK)
                        || name.equals(Source.UNMAPPED)
                        || (name.startsWith(Source.SILENCE) && isVital(name.substring(Source.SILENCE.length())));
        };
        if (!known) {
            throw variable.wrong("a variable that a " + kind + " rule can watch");
        }
        return name;
    }

    private static boolean isVital(String name) {
        return VariableCatalogue.standard().find(name).isPresent();
    }

    /** IEC 60601-1-8: no user delay on asystole and apnoea. */
    private static void refuseDelay(Line source, RuleKind kind, Source made) {
        boolean undelayed =
                kind == RuleKind.LIMIT && made.side() == Side.BELOW && Source.UNDELAYED.contains(made.variable());
        for (Line step : source.at("steps").items()) {
            boolean delayed = !step.at("hold").duration().equals(Duration.ZERO);
            if (undelayed && delayed && step.at("priority").oneOf(Priority.class) == Priority.HIGH) {
                throw step.at("hold").wrong("PT0S: asystole and apnoea wait for nothing");
            }
        }
    }
}
