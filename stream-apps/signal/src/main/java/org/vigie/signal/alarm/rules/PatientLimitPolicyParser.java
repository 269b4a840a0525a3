package org.vigie.signal.alarm.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimitBound;
import org.vigie.signal.alarm.lifecycle.PatientLimitPolicy;
import org.vigie.signal.table.LocatedYamlNode;

/** Reads how far and for how long each role may move a patient's limit: {@code limitBounds} of a file, {@code maxLimit} of a profile. */
final class PatientLimitPolicyParser {
    private final List<PatientLimitBound> bounds = new ArrayList<>();

    /** @param file rule file; one without {@code limitBounds} bounds no limit */
    PatientLimitPolicyParser(LocatedYamlNode file) {
        file.find("limitBounds").ifPresent(list -> list.items().forEach(this::read));
    }

    private void read(LocatedYamlNode limit) {
        limit.only("variable", "side", "priority", "roles", "source")
                .at("source")
                .text();
        String variable = limit.at("variable").text();
        if (VariableCatalogue.standard().find(variable).isEmpty()) {
            throw limit.at("variable").wrong("a variable of the catalogue");
        }
        LimitSide side = limit.at("side").oneOf(LimitSide.class);
        AlarmPriority priority = limit.at("priority").oneOf(AlarmPriority.class);
        limit.at("roles").entries().forEach((role, range) -> bounds.add(bound(variable, side, priority, role, range)));
    }

    private static PatientLimitBound bound(
            String variable, LimitSide side, AlarmPriority priority, String role, LocatedYamlNode range) {
        range.only("floor", "ceiling");
        double floor = range.at("floor").number();
        double ceiling = range.at("ceiling").number();
        if (floor > ceiling) {
            throw range.at("floor").wrong("at most the ceiling");
        }
        return new PatientLimitBound(variable, side, priority, role, floor, ceiling);
    }

    /** Returns the policy of one profile. */
    PatientLimitPolicy policy(LocatedYamlNode profile) {
        Duration longest =
                profile.find("maxLimit").map(LocatedYamlNode::duration).orElse(PatientLimitPolicy.UNBOUNDED.longest());
        return new PatientLimitPolicy(longest, bounds);
    }
}
