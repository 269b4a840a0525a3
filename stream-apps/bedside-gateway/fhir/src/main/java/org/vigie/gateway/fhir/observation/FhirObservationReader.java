package org.vigie.gateway.fhir.observation;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.message.FhirReadingCount;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.fhir.value.AbsentValueCheck;
import org.vigie.gateway.fhir.value.FhirObservationStatus;
import org.vigie.gateway.fhir.value.FhirValue;
import org.vigie.gateway.fhir.value.FhirValueText;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.DropReason;

/** Reads the value of an Observation and those of its components. */
public final class FhirObservationReader {
    private static final String ABSENT = "dataAbsentReason";

    private final FhirResourceIndex resources;
    private final ObservationPanels panels;
    private final ObservationMeasurementReader measurements;
    private final ObservationRetractionReader retractions;
    private final ObservationCorrectionReader corrections;
    private final FhirFindings findings;

    /** @param sender whose local codes count */
    public FhirObservationReader(
            CodeMap map, String sender, FhirTimeParser times, FhirResourceIndex resources, FhirFindings findings) {
        this.resources = resources;
        this.findings = findings;
        this.panels = new ObservationPanels(resources);
        var codes = new ObservationCodeMatcher(map, sender, panels);
        var instants = new ObservationTimeReader(times, resources, panels);
        var values = new MeasuredValueFactory(map, resources, times, panels);
        this.corrections = new ObservationCorrectionReader(codes, instants, values, findings);
        this.measurements = new ObservationMeasurementReader(codes, instants, values, corrections, findings);
        this.retractions = new ObservationRetractionReader(codes, instants, values, findings);
    }

    /** Returns the panel that has the observation as a member. */
    public Optional<IndexedResource> panel(IndexedResource item) {
        return panels.panel(item);
    }

    /** Reads an Observation. */
    public void read(IndexedResource item) {
        FhirElement observation = item.resource();
        Optional<DropReason> refusal = refusal(item);
        List<FhirElement> components = observation.each("component");
        boolean isGroup = !components.isEmpty() || observation.has("hasMember") || observation.has("related");
        if (FhirValue.in(observation).isPresent() || !isGroup || observation.has(ABSENT)) {
            read(ObservationValue.of(item, observation), refusal);
        }
        components.forEach(component -> read(ObservationValue.of(item, component), refusal));
    }

    /** Returns why an Observation has no values. One with a {@code focus} concerns something else than its subject. */
    private Optional<DropReason> refusal(IndexedResource item) {
        return new FhirObservationStatus(item.resource())
                .refusal()
                .or(() -> isSetting(item) ? Optional.of(DropReason.SETTING) : Optional.empty())
                .or(() -> panels.inherited(item, "focus").map(holding -> DropReason.OTHER_PATIENT));
    }

    /** Returns true when the value was set on a device and not measured, by its metric or by the category of the observation. */
    private boolean isSetting(IndexedResource item) {
        FhirElement observation = item.resource();
        return observation.each("category").stream()
                        .anyMatch(category -> new CodeableConcept(category).holds("setting"))
                || observation
                        .any("device")
                        .flatMap(reference -> resources.find(reference, item.container()))
                        .filter(device -> device.code("category").equals("setting"))
                        .isPresent();
    }

    private void read(ObservationValue value, Optional<DropReason> refusal) {
        Optional<DropReason> reason = refusal.or(() -> reasonWithoutValue(value));
        if (refusal.isEmpty() && value.observationStatus().isRetracted()) {
            retractions.read(value);
        } else if (reason.isEmpty()) {
            measurements.read(value);
        } else if (refusal.isPresent() || !corrections.takesBack(value)) {
            leaveOut(value, reason.get());
        }
    }

    private void leaveOut(ObservationValue value, DropReason reason) {
        Optional<FhirElement> absent = value.holder().any(ABSENT);
        if (absent.isPresent()) {
            String text = new FhirValueText(absent.get()).toString();
            findings.drop(absent.get(), value.codes(), text, reason, FhirReadingCount.ofHolder(value.holder()));
        } else {
            findings.drop(value.valueOrPlace(), value.codes(), reason);
        }
    }

    private static Optional<DropReason> reasonWithoutValue(ObservationValue value) {
        boolean isAbsent =
                value.holder().any(ABSENT).isPresent() || new AbsentValueCheck(value.holder()).isAbsentByExtension();
        if (isAbsent) {
            return Optional.of(DropReason.NO_RESULT);
        }
        return value.value().isEmpty() ? Optional.of(DropReason.EMPTY) : Optional.empty();
    }
}
