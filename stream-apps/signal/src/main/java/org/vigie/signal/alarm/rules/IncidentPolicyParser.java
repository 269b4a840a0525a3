package org.vigie.signal.alarm.rules;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmRuleSet;
import org.vigie.signal.alarm.incident.IncidentPolicy;
import org.vigie.signal.alarm.incident.OrganSystem;
import org.vigie.signal.table.LocatedYamlNode;

/**
 * Reads what a rule file says about incidents. A key that is missing has its standard value.
 *
 * @param organSystems organ system of each rule
 */
record IncidentPolicyParser(Map<String, OrganSystem> organSystems) {
    private static final String[] KEYS = {
        "window", "callsFrom", "renewal", "unanswered", "scoreBands", "scoreHold", "timeZone"
    };

    /** Reads the table of a rule file from organ system to rules. */
    static IncidentPolicyParser of(LocatedYamlNode file, AlarmRuleSet rules) {
        Map<String, OrganSystem> table = new HashMap<>();
        file.find("organSystems")
                .map(LocatedYamlNode::entries)
                .orElse(Map.of())
                .forEach((name, listed) -> listed.items().forEach(rule -> {
                    if (table.put(known(rule, rules), organSystem(name, listed)) != null) {
                        throw rule.refuse("organSystems: rule '" + rule.text() + "' stands twice");
                    }
                }));
        return new IncidentPolicyParser(Map.copyOf(table));
    }

    private static String known(LocatedYamlNode rule, AlarmRuleSet rules) {
        boolean ofThePatient = rules.rules().stream()
                .anyMatch(each -> each.name().equals(rule.text()) && each.kind().isOfThePatient());
        if (!ofThePatient) {
            throw rule.wrong("the name of a LIMIT, TREND or SCORE rule");
        }
        return rule.text();
    }

    private static OrganSystem organSystem(String name, LocatedYamlNode listed) {
        try {
            return OrganSystem.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw listed.refuse("organSystems: '" + name + "' must be one of " + List.of(OrganSystem.values()));
        }
    }

    /** Reads the key {@code incidents} of a profile. */
    IncidentPolicy policy(LocatedYamlNode profile) {
        IncidentPolicy standard = IncidentPolicy.STANDARD;
        Optional<LocatedYamlNode> node = profile.find("incidents").map(incidents -> incidents.only(KEYS));
        return new IncidentPolicy(
                node.flatMap(each -> each.find("window"))
                        .map(LocatedYamlNode::duration)
                        .orElse(standard.window()),
                node.map(each -> new IncidentCallPolicyParser(each).policy()).orElse(standard.calls()),
                node.flatMap(each -> each.find("scoreBands"))
                        .map(IncidentPolicyParser::scoreBands)
                        .orElse(standard.scoreBands()),
                node.flatMap(each -> each.find("scoreHold"))
                        .map(LocatedYamlNode::duration)
                        .orElse(standard.scoreHold()),
                node.flatMap(each -> each.find("timeZone"))
                        .map(IncidentPolicyParser::zone)
                        .orElse(standard.zone()),
                organSystems);
    }

    private static List<Integer> scoreBands(LocatedYamlNode bands) {
        double last = 0;
        for (LocatedYamlNode band : bands.items()) {
            if (band.number() <= last || band.number() != Math.rint(band.number())) {
                throw band.wrong("a whole number of points above the band before");
            }
            last = band.number();
        }
        return bands.items().stream().map(band -> (int) band.number()).toList();
    }

    private static ZoneId zone(LocatedYamlNode zone) {
        try {
            return ZoneId.of(zone.text());
        } catch (DateTimeException e) {
            throw zone.wrong("a time zone such as Europe/Paris");
        }
    }
}
