package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.codes.SentCode;
import org.vigie.gateway.fhir.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DropReason;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.PatientMovement;

/** What was found so far in one resource. */
final class FhirFindings {
    private final List<MeasuredValue> observations = new ArrayList<>();
    private final List<BedsideAlert> alerts = new ArrayList<>();
    private final List<PatientMovement> movements = new ArrayList<>();
    private final List<DroppedElement> dropped = new ArrayList<>();
    private boolean areReadings;

    void add(MeasuredValue measured) {
        observations.add(measured);
    }

    void add(BedsideAlert alert) {
        alerts.add(alert);
    }

    void add(PatientMovement movement) {
        movements.add(movement);
    }

    /** Whether what is left out from now on are readings, and not what describes them. */
    void countAsReadings(boolean they) {
        areReadings = they;
    }

    /** @param what the element that is left out; its parent is the segment, its own name the field */
    void drop(FhirElement what, List<SentCode> codes, DropReason reason) {
        drop(what, codes, FhirValueReader.shown(what), reason);
    }

    void drop(FhirElement what, List<SentCode> codes, String value, DropReason reason) {
        drop(what, codes, value, reason, areReadings ? FhirReadingCount.samples(what) : 0);
    }

    /** @param readings how many it stands for */
    void drop(FhirElement what, List<SentCode> codes, String value, DropReason reason, int readings) {
        int dot = what.path().lastIndexOf('.');
        String segment = dot < 0 ? what.path() : what.path().substring(0, dot);
        String field = dot < 0 ? "" : what.path().substring(dot + 1);
        dropped.add(new DroppedElement(segment, field, CodeableConceptReader.shown(codes), value, reason, unit(what))
                .withReadings(readings));
    }

    private static String unit(FhirElement what) {
        return what.has("unit") ? what.text("unit") : what.text("code");
    }

    /** Hands over what was found since the last time, as what became of {@code resource}. */
    FhirMessageEntry drain(FhirElement resource, Optional<String> broken) {
        FhirMessageEntry entry = new FhirMessageEntry(
                resource.path(),
                resource.type(),
                resource.text("id"),
                broken,
                VitalSignsProfile.missingElements(resource),
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
