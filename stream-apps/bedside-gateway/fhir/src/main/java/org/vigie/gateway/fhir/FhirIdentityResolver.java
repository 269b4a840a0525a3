package org.vigie.gateway.fhir;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of patients, devices and visits, as their sender calls them. */
final class FhirIdentityResolver {
    private static final int DEEPEST = 8;
    private static final Pattern UUID_NUMBER =
            Pattern.compile("(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final FhirResourceIndex resources;

    FhirIdentityResolver(FhirResourceIndex resources) {
        this.resources = resources;
    }

    /** The patient's number of who is referred to; empty when it is no patient, or nobody. */
    String patient(FhirElement reference, FhirElement container) {
        Optional<FhirElement> found = resources.find(reference, container);
        if (found.isPresent()) {
            FhirElement who = found.get();
            return who.type().equals("Patient")
                    ? patientNumber(who)
                    : who.has("patient") ? patient(who.get("patient"), container) : "";
        }
        String said = reference.text("reference");
        if (resources.isUnclear(reference, container)
                || (reference.has("type") && !reference.text("type").matches("(.*/)?Patient"))) {
            return "";
        }
        if (said.isEmpty()) {
            return isReference(named(reference)) ? "" : named(reference);
        }
        Optional<String> name = FhirResourceIndex.typeAndId(said);
        boolean isPatient = name.map(given -> given.startsWith("Patient/")).orElseGet(() -> isId(said));
        boolean isIdentified = reference.has("identifier") && name.isEmpty() && !ConditionalReference.isSearch(said);
        if (isPatient && resources.isElsewhere(reference)) {
            return said;
        }
        return isPatient || isIdentified ? named(reference) : "";
    }

    private static boolean isId(String said) {
        return said.matches("[A-Za-z0-9.-]{1,64}");
    }

    /** Words that are an address or a search are no name. */
    static boolean isReference(String words) {
        return words.matches("(?i)#.*|urn:.*|.*://.*|.*(\\?|%3F).*")
                || words.matches("(Patient|Location|Organization|Device|Encounter|Practitioner)/.*");
    }

    /** The medical record number among a patient's identifiers, else the first, else the resource's id. */
    static String patientNumber(FhirElement patient) {
        List<FhirElement> identifiers = patient.each("identifier").stream()
                .filter(identifier -> identifier.has("value"))
                .toList();
        return identifiers.stream()
                .filter(identifier -> CodeableConceptReader.holds(identifier.get("type"), "mr", "pi"))
                .findFirst()
                .or(() -> identifiers.stream().findFirst())
                .map(identifier -> identifier.text("value"))
                .orElseGet(() -> patient.text("id"));
    }

    /** The device referred to; a metric, a channel and a module stand for the device at the top of them. */
    String device(FhirElement reference, FhirElement container) {
        return resources
                .find(reference, container)
                .map(found -> top(found, container, 0))
                .map(FhirIdentityResolver::number)
                .orElseGet(() -> named(reference));
    }

    /** The metric, the channel or the module of a device that is referred to: its kind and its number; empty for the device itself. */
    String part(FhirElement reference, FhirElement container) {
        return resources
                .find(reference, container)
                .filter(found -> !number(top(found, container, 0)).equals(number(found)))
                .map(found -> found.each("type").stream()
                                .findFirst()
                                .map(CodeableConceptReader::name)
                                .orElse("") + " " + lasting(number(found)))
                .orElse("");
    }

    /** A UUID was made for the message: the next one has another. */
    private static String lasting(String number) {
        return UUID_NUMBER.matcher(number).matches() ? "" : number;
    }

    private FhirElement top(FhirElement device, FhirElement container, int depth) {
        return device.any("source", "device", "parent")
                .filter(above -> depth < DEEPEST)
                .flatMap(above -> resources.find(above, container))
                .filter(above -> above.type().startsWith("Device"))
                .map(above -> top(above, container, depth + 1))
                .orElse(device);
    }

    /** A resource's own number: the first identifier, else its id. */
    static String number(FhirElement resource) {
        return resource.each("identifier").stream()
                .filter(identifier -> identifier.has("value"))
                .findFirst()
                .map(identifier -> identifier.text("value"))
                .orElseGet(() -> resource.text("id"));
    }

    /** What a reference says of something that was not sent along: its identifier, its id, or its words. A search is no name. */
    static String named(FhirElement reference) {
        String text = reference.text("reference");
        if (ConditionalReference.isSearch(text)) {
            return "";
        }
        if (reference.has("identifier")) {
            return reference.get("identifier").text("value");
        }
        if (text.isEmpty()) {
            return reference.text("display");
        }
        return FhirResourceIndex.typeAndId(text)
                .map(name -> name.substring(name.indexOf('/') + 1))
                .orElse(text);
    }
}
