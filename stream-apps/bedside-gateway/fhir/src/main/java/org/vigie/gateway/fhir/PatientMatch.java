package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.FhirResourceIndex.IndexedResource;

/**
 * Checks that an Observation or an alarm and the resources it refers to (encounter, device, specimen, panel) belong to the same patient.
 * When both patients are known and differ, the value belongs to neither.
 */
final class PatientMatch {
    private static final Set<String> ONE_PATIENT = Set.of("encounter", "context", "device", "specimen");
    private static final String ID = "id";

    private final FhirResourceIndex resources;

    PatientMatch(FhirResourceIndex resources) {
        this.resources = resources;
    }

    /** An identifier of a patient. Identifiers of different systems are not comparable. */
    private record PatientIdentifier(String system, String value) {
        boolean isComparable(PatientIdentifier other) {
            return system.equals(other.system)
                    || (!isId() && !other.isId() && (system.isEmpty() || other.system.isEmpty()));
        }

        private boolean isId() {
            return system.equals(ID);
        }

        boolean isSame(PatientIdentifier other) {
            return isComparable(other) && value.equals(other.value);
        }
    }

    /** Returns the element that refers to a resource of another patient. Empty when there is none. */
    Optional<String> conflictingReference(IndexedResource item, Optional<IndexedResource> panel) {
        FhirElement resource = item.resource();
        List<PatientIdentifier> own =
                resource.any("subject", "patient").map(this::names).orElse(List.of());
        Stream<Optional<String>> referred = ONE_PATIENT.stream()
                .sorted()
                .map(name -> resource.any(name)
                        .filter(reference -> isOther(own, patientOf(reference)))
                        .map(reference ->
                                reference.path() + ": is of another patient than the resource's own subject"));
        return Stream.concat(
                        referred,
                        Stream.of(panel.filter(above -> isOther(
                                        own,
                                        above.resource()
                                                .any("subject")
                                                .map(this::names)
                                                .orElse(List.of())))
                                .map(above -> resource.path() + ".subject: is another patient than that of the panel "
                                        + above.resource().path())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<PatientIdentifier> patientOf(FhirElement reference) {
        return resources
                .find(reference, reference)
                .flatMap(found -> found.any("subject", "patient"))
                .map(this::names)
                .orElse(List.of());
    }

    private static boolean isOther(List<PatientIdentifier> own, List<PatientIdentifier> others) {
        boolean isSame = own.stream().anyMatch(name -> others.stream().anyMatch(name::isSame));
        return !isSame && own.stream().anyMatch(name -> others.stream().anyMatch(name::isComparable));
    }

    /** Returns every identifier of the patient that a reference means. Empty when it means no patient, or an unknown one. */
    private List<PatientIdentifier> names(FhirElement reference) {
        Optional<FhirElement> found = resources.find(reference, reference);
        List<PatientIdentifier> names = new ArrayList<>();
        if (found.isPresent() && !found.get().type().equals("Patient")) {
            return found.get().any("patient").map(this::names).orElse(List.of());
        }
        String literal = reference.text("reference");
        FhirReferenceAddress.parse(literal)
                .typeAndId()
                .filter(name -> name.startsWith("Patient/"))
                .ifPresent(name -> names.add(new PatientIdentifier(ID, name)));
        if (reference.get("identifier").has("value") && (literal.isEmpty() || !names.isEmpty() || found.isPresent())) {
            names.add(name(reference.get("identifier")));
        }
        found.ifPresent(patient -> {
            patient.each("identifier").stream()
                    .filter(identifier -> identifier.has("value"))
                    .map(PatientMatch::name)
                    .forEach(names::add);
            if (resources.targets().isTop(patient)) {
                names.add(new PatientIdentifier(ID, patient.path()));
                if (patient.has("id")) {
                    names.add(new PatientIdentifier(ID, "Patient/" + patient.text("id")));
                }
            }
        });
        return names;
    }

    private static PatientIdentifier name(FhirElement identifier) {
        return new PatientIdentifier(identifier.text("system"), identifier.text("value"));
    }
}
