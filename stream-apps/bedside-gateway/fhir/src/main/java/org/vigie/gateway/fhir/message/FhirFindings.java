package org.vigie.gateway.fhir.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.message.FhirMessage.FhirMessageEntry;
import org.vigie.gateway.fhir.value.FhirValueText;
import org.vigie.gateway.fhir.value.VitalSignsProfile;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.SentCode;

/** Collects the content of one resource while it is read. */
public final class FhirFindings {
    private final List<MeasuredValue> observations = new ArrayList<>();
    private final List<BedsideAlert> alerts = new ArrayList<>();
    private final List<PatientMovement> movements = new ArrayList<>();
    private final List<DroppedElement> dropped = new ArrayList<>();
    private boolean areReadings;

    public void add(MeasuredValue measured) {
        observations.add(measured);
    }

    public void add(BedsideAlert alert) {
        alerts.add(alert);
    }

    public void add(PatientMovement movement) {
        movements.add(movement);
    }

    /** Sets whether the elements that are left out from now on are readings. */
    public void countAsReadings(boolean areCounted) {
        areReadings = areCounted;
    }

    /**
     * Leaves an element out.
     *
     * @param what the element; its parent is the segment of the entry, its own name is the field
     */
    public void drop(FhirElement what, List<SentCode> codes, DropReason reason) {
        drop(what, codes, new FhirValueText(what).toString(), reason);
    }

    public void drop(FhirElement what, List<SentCode> codes, String value, DropReason reason) {
        drop(what, codes, value, reason, areReadings ? FhirReadingCount.samples(what) : 0);
    }

    /** Leaves an element out that stands for a number of readings. */
    public void drop(FhirElement what, List<SentCode> codes, String value, DropReason reason, int readings) {
        int dot = what.path().lastIndexOf('.');
        String segment = dot < 0 ? what.path() : what.path().substring(0, dot);
        String field = dot < 0 ? "" : what.path().substring(dot + 1);
        dropped.add(new DroppedElement(segment, field, shown(codes), value, reason, unit(what)).withReadings(readings));
    }

    /** Returns the codes as sent: {@code 8867-4^Heart rate^http://loinc.org~147842^...}. */
    private static String shown(List<SentCode> codes) {
        return codes.stream()
                .map(code -> code.code() + "^" + code.name() + "^" + code.system())
                .collect(Collectors.joining("~"));
    }

    private static String unit(FhirElement what) {
        return what.has("unit") ? what.text("unit") : what.text("code");
    }

    /** Returns the content since the last call, as the entry of {@code resource}. */
    public FhirMessageEntry drain(FhirElement resource, Optional<String> broken) {
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
        clear();
        return entry;
    }

    private void clear() {
        observations.clear();
        movements.clear();
        alerts.clear();
        dropped.clear();
    }
}
