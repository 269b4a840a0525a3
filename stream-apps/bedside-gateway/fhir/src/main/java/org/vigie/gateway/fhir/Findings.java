package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.codes.BedsideAlert;
import org.vigie.gateway.codes.Code;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Movement;
import org.vigie.gateway.codes.Outcome;
import org.vigie.gateway.codes.Reason;

/** What was found so far in one message. */
final class Findings {
    private final List<Measured> observations = new ArrayList<>();
    private final List<BedsideAlert> alerts = new ArrayList<>();
    private final List<Movement> movements = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();

    void add(Measured measured) {
        observations.add(measured);
    }

    void add(BedsideAlert alert) {
        alerts.add(alert);
    }

    void add(Movement movement) {
        movements.add(movement);
    }

    /** @param what the element that is left out; its parent is the segment, its own name the field */
    void drop(Element what, List<Code> codes, Reason reason) {
        drop(what, codes, Values.shown(what), reason);
    }

    void drop(Element what, List<Code> codes, String value, Reason reason) {
        int dot = what.path().lastIndexOf('.');
        String segment = dot < 0 ? what.path() : what.path().substring(0, dot);
        String field = dot < 0 ? "" : what.path().substring(dot + 1);
        dropped.add(new Dropped(segment, field, Concept.shown(codes), value, reason));
    }

    List<Movement> movements() {
        return movements;
    }

    /** An outcome has room for one movement: {@code ./vigie fhir read} shows the first, the endpoint sends each on. */
    Outcome outcome(String file, String ack, String error) {
        Optional<Movement> first = movements.stream().findFirst();
        return new Outcome(file, ack, error, observations, first, alerts, dropped);
    }
}
