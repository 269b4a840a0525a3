package org.vigie.gateway.hl7;

import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.codes.BedsideAlert;
import org.vigie.gateway.codes.Dropped;
import org.vigie.gateway.codes.Measured;
import org.vigie.gateway.codes.Movement;
import org.vigie.gateway.codes.Outcome;

/** What a message is found to say, while it is read. */
final class Findings {
    private final List<Measured> observations = new ArrayList<>();
    private final List<BedsideAlert> alerts = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();

    void add(Measured measured) {
        observations.add(measured);
    }

    void add(BedsideAlert alert) {
        alerts.add(alert);
    }

    void add(Dropped left) {
        dropped.add(left);
    }

    boolean isEmpty() {
        return observations.isEmpty() && alerts.isEmpty() && dropped.isEmpty();
    }

    /** Anything that is taken. */
    boolean bringsSomething() {
        return !observations.isEmpty() || !alerts.isEmpty();
    }

    Outcome outcome(String file, String ack, String error, List<Movement> movements) {
        return new Outcome(file, ack, error, observations, movements, alerts, dropped);
    }
}
