package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.codes.BedsideAlert;
import org.vigie.gateway.codes.Code;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Movement;
import org.vigie.gateway.codes.Reason;
import org.vigie.gateway.fhir.FhirMessage.Entry;

/** What was found so far in one resource. */
final class Findings {
    private final List<Measured> observations = new ArrayList<>();
    private final List<BedsideAlert> alerts = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private boolean areReadings;

    void add(Measured measured) {
        observations.add(measured);
    }

    void add(BedsideAlert alert) {
        alerts.add(alert);
    }

    void add(Movement movement) {
        movements.add(movement);
    }

    /** Whether what is left out from now on are readings, and not what describes them. */
    void areReadings(boolean they) {
        areReadings = they;
    }

    /** @param what the element that is left out; its parent is the segment, its own name the field */
    void drop(Element what, List<Code> codes, Reason reason) {
        drop(what, codes, Values.shown(what), reason);
    }

    void drop(Element what, List<Code> codes, String value, Reason reason) {
        drop(what, codes, value, reason, areReadings ? FhirReadingCount.samples(what) : 0);
    }

    /** @param readings how many it stands for */
    void drop(Element what, List<Code> codes, String value, Reason reason, int readings) {
        int dot = what.path().lastIndexOf('.');
        String segment = dot < 0 ? what.path() : what.path().substring(0, dot);
        String field = dot < 0 ? "" : what.path().substring(dot + 1);
        dropped.add(new Dropped(segment, field, Concept.shown(codes), value, reason, unit(what)).standingFor(readings));
    }

    private static String unit(Element what) {
        return what.has("unit") ? what.text("unit") : what.text("code");
    }

    /** Hands over what was found since the last time, as what became of {@code resource}. */
    Entry taken(Element resource, Optional<String> broken) {
        Entry entry = new Entry(
                resource.path(),
                resource.type(),
                resource.text("id"),
                broken,
                VitalSigns.wishes(resource),
                observations,
                movements,
                alerts,
                dropped);
        observations.clear();
        movements.clear();
        alerts.clear();
        dropped.clear();
        return entry;
    }
}
