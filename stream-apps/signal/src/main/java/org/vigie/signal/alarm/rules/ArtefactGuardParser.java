package org.vigie.signal.alarm.rules;

import org.jspecify.annotations.Nullable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.ArtefactGuard;
import org.vigie.signal.table.LocatedYamlNode;

/** Reads the key {@code doubt} of a rule's source: when a value is probably an artefact. */
final class ArtefactGuardParser {
    private ArtefactGuardParser() {}

    /** Returns the guard of a source; null when the source has none. */
    static @Nullable ArtefactGuard guardOrNull(LocatedYamlNode source) {
        return source.find("doubt").map(ArtefactGuardParser::guard).orElse(null);
    }

    private static ArtefactGuard guard(LocatedYamlNode doubt) {
        doubt.only("variable", "minus", "below", "atLeast", "present", "hold", "source");
        if (doubt.find("below").isEmpty() && doubt.find("atLeast").isEmpty()) {
            throw doubt.refuse("doubt: needs below, atLeast or both");
        }
        LocatedYamlNode hold = doubt.at("hold");
        if (hold.duration().isZero()) {
            throw hold.wrong("longer than nothing");
        }
        return new ArtefactGuard(
                vital(doubt.at("variable")),
                doubt.find("minus").map(ArtefactGuardParser::vital).orElse(null),
                doubt.find("atLeast").map(LocatedYamlNode::number).orElse(Double.NEGATIVE_INFINITY),
                doubt.find("below").map(LocatedYamlNode::number).orElse(Double.POSITIVE_INFINITY),
                doubt.find("present").map(ArtefactGuardParser::vital).orElse(null),
                hold.duration());
    }

    private static String vital(LocatedYamlNode variable) {
        if (VariableCatalogue.standard().find(variable.text()).isEmpty()) {
            throw variable.wrong("a variable of the catalogue");
        }
        return variable.text();
    }
}
