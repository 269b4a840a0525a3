package org.vigie.signal.alarm.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.AlarmRule;
import org.vigie.signal.alarm.AlarmRuleKind;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.RuleInput;
import org.vigie.signal.alarm.RuleInput.LimitStep;
import org.vigie.signal.earlywarning.News2Calculator;
import org.vigie.signal.table.LocatedYamlNode;
import org.vigie.signal.text.LocalizedText;

/** Reads a rule file, checks it line by line and compiles the rules. */
final class RuleFileParser {
    private static final Set<String> SCORES = Set.of(News2Calculator.TOTAL, News2Calculator.SINGLE);

    private final LocatedYamlNode file;
    private final UndelayedLimitCheck undelayed = new UndelayedLimitCheck();

    RuleFileParser(LocatedYamlNode file) {
        this.file = file.only("version", "source", "rules", "organSystems", "limitBounds", "profiles");
    }

    AlarmRuleCatalogue parse() {
        var rules = new AlarmRuleSet(file.at("version").text(), rules(file.at("rules")));
        undelayed.refuseDelays();
        var policies = new UnitPolicyParsers(new PatientLimitPolicyParser(file), IncidentPolicyParser.of(file, rules));
        List<UnitRules> profiles = file.at("profiles").items().stream()
                .map(profile -> new UnitProfileParser(profile, policies).of(rules))
                .toList();
        refuseUnitsNamedTwice(profiles);
        return new AlarmRuleCatalogue(rules.version(), file.at("source").text(), profiles);
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

    private List<AlarmRule> rules(LocatedYamlNode rules) {
        Set<String> names = new HashSet<>();
        return rules.items().stream().map(rule -> rule(rule, names)).toList();
    }

    private AlarmRule rule(LocatedYamlNode rule, Set<String> names) {
        rule.only("name", "kind", "sources");
        LocatedYamlNode name = rule.at("name");
        if (!names.add(name.text())) {
            throw name.refuse("name: '" + name.text() + "' stands twice");
        }
        AlarmRuleKind kind = rule.at("kind").oneOf(AlarmRuleKind.class);
        List<RuleInput> sources = rule.at("sources").items().stream()
                .map(source -> source(source, kind))
                .toList();
        if (sources.isEmpty()) {
            throw rule.at("sources").wrong("at least one source");
        }
        return new AlarmRule(name.text(), kind, sources);
    }

    private RuleInput source(LocatedYamlNode source, AlarmRuleKind kind) {
        source.only("variable", "device", "label", "side", "band", "clear", "doubt", "steps");
        LocatedYamlNode label = source.at("label").only("fr", "en");
        LimitSide side = source.at("side").oneOf(LimitSide.class);
        List<LimitStep> steps =
                source.at("steps").items().stream().map(RuleFileParser::step).toList();
        if (steps.isEmpty()) {
            throw source.at("steps").wrong("at least one step");
        }
        var made = new RuleInput(
                source.at("device").text(),
                variable(source.at("variable"), kind),
                new LocalizedText(label.at("fr").text(), label.at("en").text()),
                side,
                source.at("band").number(),
                source.at("clear").duration(),
                steps,
                ArtefactGuardParser.guardOrNull(source));
        if (!made.isInOrder()) {
            throw source.at("steps").refuse("steps: each further step must be more urgent and lie further out");
        }
        undelayed.note(kind, made, source);
        return made;
    }

    private static LimitStep step(LocatedYamlNode step) {
        step.only("limit", "priority", "hold", "source");
        return new LimitStep(
                step.at("limit").number(),
                step.at("priority").oneOf(AlarmPriority.class),
                step.at("hold").duration());
    }

    private static String variable(LocatedYamlNode variable, AlarmRuleKind kind) {
        String name = variable.text();
        boolean known = switch (kind) {
            case LIMIT, TREND -> isVital(name);
            case SCORE -> SCORES.contains(name);
            case RISK -> name.equals(RuleInput.RISK);
            case TECHNICAL -> name.equals(RuleInput.CLOCK) || name.equals(RuleInput.UNMAPPED) || isEquipment(name);
        };
        if (!known) {
            throw variable.wrong("a variable that a " + kind + " rule can watch");
        }
        return name;
    }

    /** Returns true for a prefix with the variables that it needs. */
    private static boolean isEquipment(String name) {
        String[] parts = name.split(":", -1);
        boolean vital = Stream.of(parts).skip(1).allMatch(RuleFileParser::isVital);
        return switch (parts[0] + ":") {
            case RuleInput.SILENCE -> vital && parts.length == 2;
            case RuleInput.OVERDUE, RuleInput.DIFFERENCE -> vital && parts.length == 3;
            default -> false;
        };
    }

    private static boolean isVital(String name) {
        return VariableCatalogue.standard().find(name).isPresent();
    }
}
