package org.vigie.gateway.fhir.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;

/**
 * Checks that an Observation or an alarm and the resources it refers to (encounter, device, specimen, panel) belong to the same patient.
 * When both patients are known and differ, the value belongs to neither.
 */
public final class PatientMatch {
    private static final List<String> ONE_PATIENT = List.of("context", "device", "encounter", "specimen");
    private static final String ID = PatientIdentifier.ID;

    private final FhirResourceIndex resources;

    public PatientMatch(FhirResourceIndex resources) {
        this.resources = resources;
    }

    /** Returns the element that refers to a resource of another patient. Empty when there is none. */
    public Optional<String> conflictingReference(IndexedResource item, Optional<IndexedResource> panel) {
        List<PatientIdentifier> own = subject(item.resource());
        return ONE_PATIENT.stream()
                .flatMap(name -> item.resource().any(name).stream())
                .filter(reference -> isOther(own, patientOf(reference)))
                .map(reference -> reference.path() + ": is of another patient than the resource's own subject")
                .findFirst()
                .or(() -> panel.map(IndexedResource::resource)
                        .filter(above -> isOther(own, subjectOnly(above)))
                        .map(above -> item.resource().path() + ".subject: is another patient than that of the panel "
                                + above.path()));
    }

    private List<PatientIdentifier> subjectOnly(FhirElement panel) {
        return panel.any("subject").map(this::names).orElse(List.of());
    }

    private List<PatientIdentifier> subject(FhirElement resource) {
        return resource.any("subject", "patient").map(this::names).orElse(List.of());
    }

    private List<PatientIdentifier> patientOf(FhirElement reference) {
        return resources.find(reference, reference).map(this::subject).orElse(List.of());
    }

    private static boolean isOther(List<PatientIdentifier> own, List<PatientIdentifier> others) {
        boolean isSame = own.stream().anyMatch(name -> others.stream().anyMatch(name::isSame));
        return !isSame && own.stream().anyMatch(name -> others.stream().anyMatch(name::isComparable));
    }

    /** Returns every identifier of the patient that a reference means. Empty when it means no patient, or an unknown one. */
    private List<PatientIdentifier> names(FhirElement reference) {
        Optional<FhirElement> found = resources.find(reference, reference);
        if (found.isPresent() && !found.get().type().equals("Patient")) {
            return found.get().any("patient").map(this::names).orElse(List.of());
        }
        List<PatientIdentifier> names = new ArrayList<>(namesIn(reference, found.isPresent()));
        found.map(this::namesOf).ifPresent(names::addAll);
        return names;
    }

    /** Returns the identifiers that a reference itself gives. */
    private static List<PatientIdentifier> namesIn(FhirElement reference, boolean isFound) {
        String literal = reference.text("reference");
        List<PatientIdentifier> names = new ArrayList<>();
        FhirReferenceAddress.parse(literal)
                .typeAndId()
                .filter(name -> name.startsWith("Patient/"))
                .ifPresent(name -> names.add(new PatientIdentifier(ID, name)));
        if (reference.get("identifier").has("value") && (literal.isEmpty() || !names.isEmpty() || isFound)) {
            names.add(name(reference.get("identifier")));
        }
        return names;
    }

    /** Returns the identifiers of a Patient. Its id counts when it was sent on its own. */
    private List<PatientIdentifier> namesOf(FhirElement patient) {
        List<PatientIdentifier> names = new ArrayList<>();
        patient.each("identifier").stream()
                .filter(identifier -> identifier.has("value"))
                .map(PatientMatch::name)
                .forEach(names::add);
        if (resources.targets().isTop(patient)) {
            names.add(new PatientIdentifier(ID, patient.path()));
            patient.any("id").ifPresent(id -> names.add(new PatientIdentifier(ID, "Patient/" + id.text())));
        }
        return names;
    }

    private static PatientIdentifier name(FhirElement identifier) {
        return new PatientIdentifier(identifier.text("system"), identifier.text("value"));
    }
}
