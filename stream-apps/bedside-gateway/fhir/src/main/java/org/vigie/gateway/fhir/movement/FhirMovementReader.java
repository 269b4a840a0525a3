package org.vigie.gateway.fhir.movement;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.location.FhirLocationResolver;
import org.vigie.gateway.fhir.message.FhirFindings;
import org.vigie.gateway.fhir.reference.FhirIdentityResolver;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.intake.PatientMovement.MovementAction;
import org.vigie.gateway.intake.PatientMovement.PatientDemographics;

/** Reads an Encounter as a movement of the patient, and a Patient as an update of the identity. */
public final class FhirMovementReader {
    private static final Set<String> OUTPATIENTS = Set.of("AMB", "VR", "HH");

    private final FhirTimeParser times;
    private final FhirResourceIndex resources;
    private final FhirIdentityResolver identities;
    private final FhirLocationResolver places;
    private final FhirFindings findings;

    public FhirMovementReader(FhirTimeParser times, FhirResourceIndex resources, FhirFindings findings) {
        this.times = times;
        this.resources = resources;
        this.identities = new FhirIdentityResolver(resources);
        this.places = new FhirLocationResolver(resources, times);
        this.findings = findings;
    }

    public void encounter(IndexedResource item) {
        FhirElement encounter = item.resource();
        FhirElement subject = encounter.any("subject", "patient").orElseGet(() -> encounter.get("subject"));
        Optional<FhirElement> period = encounter.any("period", "actualPeriod");
        Optional<Instant> admitted = period.flatMap(given -> times.first(given, "start"));
        Optional<Instant> discharged = period.flatMap(given -> times.first(given, "end"));
        MovementAction action = action(encounter);
        EncounterArrival arrival = new EncounterArrival(encounter, action, places.since(encounter), times);
        findings.add(new PatientMovement(
                "Encounter " + encounter.code("status"),
                action,
                identities.patient(subject, item.container()),
                FhirIdentityResolver.number(encounter),
                places.current(encounter),
                places.prior(encounter),
                "",
                action == MovementAction.DISCHARGE ? discharged : arrival.at(admitted),
                admitted,
                discharged,
                "",
                demographics(subject, item.container()),
                arrival.recordedAt()));
    }

    private PatientDemographics demographics(FhirElement subject, FhirElement container) {
        return resources
                .find(subject, container)
                .filter(found -> found.type().equals("Patient"))
                .map(FhirDemographicsReader::read)
                .orElse(PatientDemographics.UNKNOWN);
    }

    private MovementAction action(FhirElement encounter) {
        return switch (encounter.code("status")) {
            case "finished", "discharged", "completed" -> MovementAction.DISCHARGE;
            case "cancelled", "entered-in-error" -> MovementAction.CANCEL_ADMIT;
            case "arrived", "triaged", "in-progress", "onleave", "on-hold" -> here(encounter);
            default -> MovementAction.NONE;
        };
    }

    private MovementAction here(FhirElement encounter) {
        if (places.current(encounter).isEmpty()) {
            return MovementAction.UPDATE;
        }
        if (isOutpatient(encounter)) {
            return MovementAction.REGISTER;
        }
        return places.prior(encounter).isEmpty() ? MovementAction.ADMIT : MovementAction.TRANSFER;
    }

    /**
     * Returns true when the encounter is ambulatory, virtual or at home (HL7 v3 ActCode). The class is a coding in R4 and concepts in
     * R5.
     */
    private static boolean isOutpatient(FhirElement encounter) {
        return encounter.each("class").stream()
                .anyMatch(given -> OUTPATIENTS.contains(given.code("code"))
                        || new CodeableConcept(given)
                                .codes().stream().anyMatch(code -> OUTPATIENTS.contains(code.code())));
    }

    /** Reads a Patient. It moves no patient. A Patient that replaces another (a merge) names the other. */
    public void patient(IndexedResource item) {
        FhirElement patient = item.resource();
        Optional<FhirElement> replaced = patient.each("link").stream()
                .filter(link -> link.code("type").equals("replaces"))
                .map(link -> link.get("other"))
                .findFirst();
        findings.add(new PatientMovement(
                "Patient",
                replaced.isPresent() ? MovementAction.MERGE : MovementAction.UPDATE,
                FhirIdentityResolver.patientNumber(patient),
                "",
                "",
                "",
                replaced.map(other -> identities.patient(other, item.container()))
                        .orElse(""),
                times.first(patient.get("meta"), "lastUpdated"),
                Optional.empty(),
                Optional.empty(),
                "",
                FhirDemographicsReader.read(patient)));
    }
}
