package org.vigie.gateway.fhir;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.intake.StayLookup;

/**
 * Resolves conditional references among the resources of the message, and in the census for patients and visits. A reference must mean
 * exactly one resource. Otherwise the resource that refers to it is refused.
 */
final class ConditionalReferenceResolver {
    /** The types that the gateway reads. References to other types are not followed. */
    private static final Set<String> READ = Set.of(
            "Patient",
            "Encounter",
            "Device",
            "DeviceMetric",
            "DeviceComponent",
            "Location",
            "Observation",
            "Specimen",
            "Group",
            "");

    /** Says whether the gateway reads resources of this type. */
    static boolean isRead(String type) {
        return READ.contains(type) || ALERTS.contains(type);
    }

    private static final Set<String> ALERTS =
            Set.of("DeviceAlert", "DetectedIssue", "Flag", "Basic", "DiagnosticReport");

    private static final String IF_NONE_EXIST = "ifNoneExist";

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final List<FhirElement> sent;
    private final StayLookup census;

    /**
     * Creates a resolver.
     *
     * @param sent the resources of the message that are not contained in another; the list may still grow
     */
    ConditionalReferenceResolver(List<FhirElement> sent, StayLookup census) {
        this.sent = sent;
        this.census = census;
    }

    /** Returns the resource that a reference means. Empty when there is not exactly one. */
    Optional<FhirElement> find(String reference) {
        List<FhirElement> found = matches(ConditionalReference.of(reference));
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private List<FhirElement> matches(ConditionalReference search) {
        if (search.problem().isPresent()) {
            return List.of();
        }
        List<FhirElement> found =
                new ArrayList<>(sent.stream().filter(search::fits).toList());
        List<String> known =
                found.stream().map(FhirIdentityResolver::patientNumber).toList();
        search.numbers().stream()
                .filter(number -> !known.contains(number))
                .flatMap(number -> known(search.type(), number).stream())
                .forEach(found::add);
        return found;
    }

    /** Returns a patient or a running visit of the census as a resource. */
    Optional<FhirElement> known(String type, String number) {
        if (type.equals("Patient") && census.hasPatient(number)) {
            ObjectNode patient = NODES.objectNode().put("resourceType", type);
            patient.putArray("identifier").addObject().put("value", number);
            return Optional.of(new FhirElement(type, patient));
        }
        String bed = type.equals("Encounter") ? census.bedOfVisit(number) : "";
        if (bed.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode encounter = NODES.objectNode().put("resourceType", type);
        encounter.putArray("identifier").addObject().put("value", number);
        encounter.putArray("location").addObject().putObject("location").put("display", bed);
        return Optional.of(new FhirElement(type, encounter));
    }

    /**
     * Returns the patient of the census when a Patient is sent with {@code ifNoneExist} and exists. References to the sent resource mean
     * the existing one.
     */
    Optional<FhirElement> existing(FhirElement resource, FhirElement request) {
        if (!resource.type().equals("Patient") || !request.has(IF_NONE_EXIST)) {
            return Optional.empty();
        }
        List<FhirElement> here = here(search(resource, request));
        return here.size() == 1 ? Optional.of(here.get(0)) : Optional.empty();
    }

    /** Returns why a resource cannot be sent on its condition. Empty when it can, or when it has no condition. */
    Optional<String> brokenCondition(FhirElement resource, FhirElement request) {
        if (!resource.type().equals("Patient") || !request.has(IF_NONE_EXIST)) {
            return Optional.empty();
        }
        ConditionalReference search = search(resource, request);
        int here = here(search).size();
        return search.problem()
                .or(() -> here > 1
                        ? Optional.of("must match at most one, matches " + here + " of the census")
                        : Optional.empty())
                .map(why -> request.path() + "." + IF_NONE_EXIST + ": " + why);
    }

    private static ConditionalReference search(FhirElement resource, FhirElement request) {
        String condition = request.text(IF_NONE_EXIST);
        return ConditionalReference.of(resource.type(), condition.substring(condition.indexOf('?') + 1));
    }

    private List<FhirElement> here(ConditionalReference search) {
        return search.numbers().stream()
                .flatMap(number -> known(search.type(), number).stream())
                .toList();
    }

    /** Returns the first reference that cannot be resolved, with the reason. It quotes no value that was sent. */
    Optional<String> firstUnresolvable(FhirElement element) {
        for (String name : element.names()) {
            for (FhirElement child : element.each(name)) {
                Optional<String> why = child.node().isObject()
                        ? firstUnresolvable(child)
                        : name.equals("reference") ? unresolved(child) : Optional.empty();
                if (why.isPresent()) {
                    return why;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> unresolved(FhirElement reference) {
        if (!ConditionalReference.isSearch(reference.text())) {
            return Optional.empty();
        }
        ConditionalReference search = ConditionalReference.of(reference.text());
        if (!READ.contains(search.type())) {
            return Optional.empty();
        }
        String what = reference.path() + ": conditional reference to "
                + (search.type().isEmpty() ? "?" : search.type());
        if (search.problem().isPresent()) {
            return Optional.of(what + ": " + search.problem().get());
        }
        int found = matches(search).size();
        return found == 1
                ? Optional.empty()
                : Optional.of(what + ": must match exactly one, matches " + found + " " + where(search.type()));
    }

    /** Returns the words for where a resource was searched. */
    private String where(String type) {
        boolean isInCensus = type.equals("Patient") || type.equals("Encounter");
        if (!isInCensus) {
            return "of what was sent along; the gateway keeps none";
        }
        return census.isAtHand()
                ? "of what was sent along and of the census"
                : "of what was sent along; a running gateway asks its census too, which is not at hand here";
    }
}
