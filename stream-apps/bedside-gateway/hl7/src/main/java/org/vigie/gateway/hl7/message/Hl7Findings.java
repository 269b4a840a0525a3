package org.vigie.gateway.hl7.message;

import java.util.ArrayList;
import java.util.List;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;

/** Collects the content of a message while it is read. */
public final class Hl7Findings {
    private final List<MeasuredValue> observations = new ArrayList<>();
    private final List<BedsideAlert> alerts = new ArrayList<>();
    private final List<DroppedElement> dropped = new ArrayList<>();

    public void add(MeasuredValue measured) {
        observations.add(measured);
    }

    public void add(BedsideAlert alert) {
        alerts.add(alert);
    }

    public void add(DroppedElement left) {
        dropped.add(left);
    }

    public boolean isEmpty() {
        return observations.isEmpty() && alerts.isEmpty() && dropped.isEmpty();
    }

    /** Returns true when there is an observation or an alert. */
    public boolean hasResults() {
        return !observations.isEmpty() || !alerts.isEmpty();
    }

    public MessageOutcome outcome(String ack, String error, List<PatientMovement> movements) {
        return new MessageOutcome(ack, error, observations, movements, alerts, dropped);
    }
}
