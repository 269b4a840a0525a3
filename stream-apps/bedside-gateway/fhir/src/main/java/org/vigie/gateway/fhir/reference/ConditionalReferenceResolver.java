package org.vigie.gateway.fhir.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.structure.ReadResourceTypes;
import org.vigie.gateway.intake.StayLookup;

/**
 * Resolves conditional references among the resources of the message, and in the census for patients and visits. A reference must mean
 * exactly one resource. Otherwise the resource that refers to it is refused.
 */
public final class ConditionalReferenceResolver {
    private static final String IF_NONE_EXIST = "ifNoneExist";

    private final List<FhirElement> sent;
    private final CensusResources census;

    /**
     * Creates a resolver.
     *
     * @param sent the resources of the message that are not contained in another; the list may still grow
     */
    ConditionalReferenceResolver(List<FhirElement> sent, StayLookup census) {
        this.sent = sent;
        this.census = new CensusResources(census);
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
        List<String> sentNumbers =
                found.stream().map(FhirIdentityResolver::patientNumber).toList();
        search.numbers().stream()
                .filter(number -> !sentNumbers.contains(number))
                .flatMap(number -> census.find(search.type(), number).stream())
                .forEach(found::add);
        return found;
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
    public Optional<String> brokenCondition(FhirElement resource, FhirElement request) {
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
                .flatMap(number -> census.find(search.type(), number).stream())
                .toList();
    }

    /** Returns the first reference that cannot be resolved, with the reason. It quotes no value that was sent. */
    public Optional<String> firstUnresolvable(FhirElement element) {
        return element.names().stream()
                .flatMap(name -> element.each(name).stream().flatMap(child -> unresolved(name, child).stream()))
                .findFirst();
    }

    private Optional<String> unresolved(String name, FhirElement child) {
        if (child.node().isObject()) {
            return firstUnresolvable(child);
        }
        boolean isSearch = name.equals("reference") && ConditionalReference.isSearch(child.text());
        return isSearch ? unresolved(child) : Optional.empty();
    }

    private Optional<String> unresolved(FhirElement reference) {
        ConditionalReference search = ConditionalReference.of(reference.text());
        if (!ReadResourceTypes.isContext(search.type())) {
            return Optional.empty();
        }
        String what = reference.path() + ": conditional reference to "
                + (search.type().isEmpty() ? "?" : search.type());
        int found = matches(search).size();
        return search.problem()
                .or(() -> found == 1
                        ? Optional.empty()
                        : Optional.of("must match exactly one, matches " + found + " " + census.where(search.type())))
                .map(why -> what + ": " + why);
    }
}
