package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.FhirResourceIndex.IndexedResource;

/**
 * Whether what an Observation or an alarm refers to (its encounter, its device, its specimen, the panel it belongs to) is of the same patient. Where both
 * patients are known and differ, nobody knows whose value it is, nor on which bed.
 */
final class PatientMatch {
    private static final Set<String> ONE_PATIENT = Set.of("encounter", "context", "device", "specimen");
    private static final String ID = "id";

    private final FhirResourceIndex resources;

    PatientMatch(FhirResourceIndex resources) {
        this.resources = resources;
    }

    /** A name of a patient; names of different systems say nothing about each other. */
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

    /** Which element refers to another patient's; empty when none does, or none that is known. */
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

    /** Everything a patient who is referred to is called; nothing where it is no patient, or unknown. */
    private List<PatientIdentifier> names(FhirElement reference) {
        Optional<FhirElement> found = resources.find(reference, reference);
        List<PatientIdentifier> names = new ArrayList<>();
        if (found.isPresent() && !found.get().type().equals("Patient")) {
            return found.get().any("patient").map(this::names).orElse(List.of());
        }
        String literal = reference.text("reference");
        FhirResourceIndex.typeAndId(literal)
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
            if (resources.isTop(patient)) {
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
