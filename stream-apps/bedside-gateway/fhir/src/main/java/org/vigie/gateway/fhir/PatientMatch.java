package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.Resources.Item;

/**
 * Whether what an Observation or an alarm refers to (its encounter, its device, its specimen, the panel it belongs to) is of the same patient. Where both
 * patients are known and differ, nobody knows whose value it is, nor on which bed.
 */
final class PatientMatch {
    private static final Set<String> ONE_PATIENT = Set.of("encounter", "context", "device", "specimen");
    private static final String ID = "id";

    private final Resources resources;

    PatientMatch(Resources resources) {
        this.resources = resources;
    }

    /** A name of a patient; names of different systems say nothing about each other. */
    private record Name(String system, String value) {
        boolean isComparable(Name other) {
            return system.equals(other.system)
                    || (!isId() && !other.isId() && (system.isEmpty() || other.system.isEmpty()));
        }

        private boolean isId() {
            return system.equals(ID);
        }

        boolean isSame(Name other) {
            return isComparable(other) && value.equals(other.value);
        }
    }

    /** Which element refers to another patient's; empty when none does, or none that is known. */
    Optional<String> broken(Item item, Optional<Item> panel) {
        Element resource = item.resource();
        List<Name> own = resource.any("subject", "patient").map(this::names).orElse(List.of());
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

    private List<Name> patientOf(Element reference) {
        return resources
                .find(reference, reference)
                .flatMap(found -> found.any("subject", "patient"))
                .map(this::names)
                .orElse(List.of());
    }

    private static boolean isOther(List<Name> own, List<Name> others) {
        boolean isSame = own.stream().anyMatch(name -> others.stream().anyMatch(name::isSame));
        return !isSame && own.stream().anyMatch(name -> others.stream().anyMatch(name::isComparable));
    }

    /** Everything a patient who is referred to is called; nothing where it is no patient, or unknown. */
    private List<Name> names(Element reference) {
        Optional<Element> found = resources.find(reference, reference);
        List<Name> names = new ArrayList<>();
        if (found.isPresent() && !found.get().type().equals("Patient")) {
            return found.get().any("patient").map(this::names).orElse(List.of());
        }
        String literal = reference.text("reference");
        Resources.typeAndId(literal)
                .filter(name -> name.startsWith("Patient/"))
                .ifPresent(name -> names.add(new Name(ID, name)));
        if (reference.get("identifier").has("value") && (literal.isEmpty() || !names.isEmpty() || found.isPresent())) {
            names.add(name(reference.get("identifier")));
        }
        found.ifPresent(patient -> {
            patient.each("identifier").stream()
                    .filter(identifier -> identifier.has("value"))
                    .map(PatientMatch::name)
                    .forEach(names::add);
            if (resources.isTop(patient)) {
                names.add(new Name(ID, patient.path()));
                if (patient.has("id")) {
                    names.add(new Name(ID, "Patient/" + patient.text("id")));
                }
            }
        });
        return names;
    }

    private static Name name(Element identifier) {
        return new Name(identifier.text("system"), identifier.text("value"));
    }
}
