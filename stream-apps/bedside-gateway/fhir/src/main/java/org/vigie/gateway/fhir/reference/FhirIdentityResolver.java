package org.vigie.gateway.fhir.reference;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;

/** Finds the sender's identifiers of patients, devices and visits. */
public final class FhirIdentityResolver {
    private static final int DEEPEST = 8;
    private static final Pattern UUID_NUMBER =
            Pattern.compile("(urn:uuid:)?[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private final FhirResourceIndex resources;

    public FhirIdentityResolver(FhirResourceIndex resources) {
        this.resources = resources;
    }

    /** Returns the identifier of the patient that a reference means. Empty when it means no patient. */
    public String patient(FhirElement reference, FhirElement container) {
        return resources
                .find(reference, container)
                .map(found -> sentPatient(found, container))
                .orElseGet(
                        () -> resources.references().isUnclear(reference, container) ? "" : unsentPatient(reference));
    }

    private String sentPatient(FhirElement found, FhirElement container) {
        if (found.type().equals("Patient")) {
            return patientNumber(found);
        }
        return found.has("patient") ? patient(found.get("patient"), container) : "";
    }

    /** Returns the identifier of a patient who was not sent, from the reference itself. */
    private String unsentPatient(FhirElement reference) {
        String text = reference.text("reference");
        if (reference.has("type") && !reference.text("type").matches("(.*/)?Patient")) {
            return "";
        }
        return text.isEmpty() ? namedPatient(reference) : addressedPatient(reference, text);
    }

    private static String namedPatient(FhirElement reference) {
        String name = named(reference);
        return isReference(name) ? "" : name;
    }

    private String addressedPatient(FhirElement reference, String text) {
        Optional<String> name = FhirReferenceAddress.parse(text).typeAndId();
        boolean isPatient = name.map(given -> given.startsWith("Patient/")).orElseGet(() -> isId(text));
        boolean isIdentified = reference.has("identifier") && name.isEmpty() && !ConditionalReference.isSearch(text);
        String identifier = isPatient || isIdentified ? named(reference) : "";
        return isPatient && resources.targets().isElsewhere(reference) ? text : identifier;
    }

    private static boolean isId(String text) {
        return text.matches("[A-Za-z0-9.-]{1,64}");
    }

    /** Returns true when a text is an address or a search. Such a text is no identifier. */
    public static boolean isReference(String words) {
        return words.matches("(?i)#.*|urn:.*|.*://.*|.*(\\?|%3F).*")
                || words.matches("(Patient|Location|Organization|Device|Encounter|Practitioner)/.*");
    }

    /** Returns the medical record number of a patient, else the first identifier, else the id of the resource. */
    public static String patientNumber(FhirElement patient) {
        List<FhirElement> identifiers = patient.each("identifier").stream()
                .filter(identifier -> identifier.has("value"))
                .toList();
        return identifiers.stream()
                .filter(identifier -> new CodeableConcept(identifier.get("type")).holds("mr", "pi"))
                .findFirst()
                .or(() -> identifiers.stream().findFirst())
                .map(identifier -> identifier.text("value"))
                .orElseGet(() -> patient.text("id"));
    }

    /** Returns the device that a reference means. A metric, a channel or a module stands for the device at the top. */
    public String device(FhirElement reference, FhirElement container) {
        return resources
                .find(reference, container)
                .map(found -> top(found, container, 0))
                .map(FhirIdentityResolver::number)
                .orElseGet(() -> named(reference));
    }

    /** Returns the kind and the number of the metric, channel or module that a reference means. Empty for the device itself. */
    public String part(FhirElement reference, FhirElement container) {
        return resources
                .find(reference, container)
                .filter(found -> !number(top(found, container, 0)).equals(number(found)))
                .map(found -> found.each("type").stream()
                                .findFirst()
                                .map(CodeableConcept::new)
                                .map(CodeableConcept::name)
                                .orElse("")
                        + " " + lasting(number(found)))
                .orElse("");
    }

    /** Returns an identifier, or an empty text for a UUID. A UUID is made for one message, and the next message has another. */
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

    /** Returns the first identifier of a resource, else its id. */
    public static String number(FhirElement resource) {
        return resource.each("identifier").stream()
                .filter(identifier -> identifier.has("value"))
                .findFirst()
                .map(identifier -> identifier.text("value"))
                .orElseGet(() -> resource.text("id"));
    }

    /** Returns the identifier, the id or the text in a reference to a resource that was not sent. A search is no identifier. */
    public static String named(FhirElement reference) {
        String text = reference.text("reference");
        if (ConditionalReference.isSearch(text)) {
            return "";
        }
        return reference.has("identifier") ? reference.get("identifier").text("value") : addressed(reference, text);
    }

    private static String addressed(FhirElement reference, String text) {
        if (text.isEmpty()) {
            return reference.text("display");
        }
        return FhirReferenceAddress.parse(text)
                .typeAndId()
                .map(name -> name.substring(name.indexOf('/') + 1))
                .orElse(text);
    }
}
