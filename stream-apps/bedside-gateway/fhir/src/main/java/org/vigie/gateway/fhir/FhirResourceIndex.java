package org.vigie.gateway.fhir;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.FhirReferenceTargets.ReferenceTarget;
import org.vigie.gateway.intake.StayLookup;

/**
 * Lists the resources of one message, and resolves references between them. A reference that can mean several resources is refused, since
 * the first of them may be the wrong one.
 */
final class FhirResourceIndex {
    /**
     * A resource of the message.
     *
     * @param top true when it was sent on its own: the resource of a file, an entry of a Bundle
     * @param container the resource that contains it, else itself
     * @param request request of its Bundle entry; absent when there is none
     */
    record IndexedResource(FhirElement resource, FhirElement container, boolean top, FhirElement request) {}

    private static final FhirElement NONE = new FhirElement("", MissingNode.getInstance());

    private final List<IndexedResource> items = new ArrayList<>();
    private final List<FhirElement> bare = new ArrayList<>();
    private final List<FhirElement> wrappers = new ArrayList<>();

    private final FhirReferenceTargets targets = new FhirReferenceTargets();
    private final List<FhirElement> tops = new ArrayList<>();
    private final ConditionalReferenceResolver conditional;

    FhirResourceIndex(List<FhirElement> sent, StayLookup census) {
        conditional = new ConditionalReferenceResolver(tops, census);
        sent.forEach(resource -> add(resource, "", NONE));
    }

    /** Returns the resources that references can mean. */
    FhirReferenceTargets targets() {
        return targets;
    }

    ConditionalReferenceResolver conditional() {
        return conditional;
    }

    /** Returns every resource except Bundles and Parameters. */
    List<IndexedResource> items() {
        return items;
    }

    /** Returns the Bundle entries without a resource. */
    List<FhirElement> entriesWithoutResource() {
        return bare;
    }

    /** Returns the Bundles and Parameters. */
    List<FhirElement> wrappers() {
        return wrappers;
    }

    private void add(FhirElement resource, String fullUrl, FhirElement request) {
        switch (resource.type()) {
            case "Bundle" -> {
                wrappers.add(resource);
                resource.each("entry").forEach(this::addEntry);
            }
            case "Parameters" -> {
                wrappers.add(resource);
                resource.each("parameter").forEach(this::addParameter);
            }
            default -> addTop(resource, fullUrl, request);
        }
    }

    private void addEntry(FhirElement entry) {
        if (entry.get("resource").type().isEmpty() || !isSent(entry.get("request"))) {
            bare.add(entry);
        } else {
            add(entry.get("resource"), entry.text("fullUrl"), entry.get("request"));
        }
    }

    /** Says whether the request of an entry sends a resource. A request to read or delete sends none, whatever stands beside it. */
    private static boolean isSent(FhirElement request) {
        return !request.has("method") || request.code("method").matches("post|put");
    }

    private void addParameter(FhirElement parameter) {
        if (parameter.has("resource")) {
            add(parameter.get("resource"), "", NONE);
        }
        parameter.each("part").forEach(this::addParameter);
    }

    private void addTop(FhirElement resource, String fullUrl, FhirElement request) {
        items.add(new IndexedResource(resource, resource, true, request));
        tops.add(resource);
        targets.add(resource, fullUrl, conditional.existing(resource, request).orElse(resource));
        items.addAll(inside(resource));
    }

    /** Returns the resources that a resource contains. */
    static List<IndexedResource> inside(FhirElement container) {
        return container.each("contained").stream()
                .map(contained -> new IndexedResource(contained, container, false, NONE))
                .toList();
    }

    /** Returns the resource that a reference means. Empty when it was not sent, and when the reference {@link #problem is refused}. */
    Optional<FhirElement> find(FhirElement reference, FhirElement container) {
        if (ConditionalReference.isSearch(reference.text("reference"))) {
            return conditional.find(reference.text("reference"));
        }
        List<ReferenceTarget> found = targets.find(reference, container);
        return found.size() == 1 && problem(reference, found).isEmpty()
                ? Optional.of(found.get(0).meant())
                : Optional.empty();
    }

    /** Says whether the resource was sent and the reference is refused. Then no identifier is taken from the reference either. */
    boolean isUnclear(FhirElement reference, FhirElement container) {
        return !ConditionalReference.isSearch(reference.text("reference"))
                && problem(reference, targets.find(reference, container)).isPresent();
    }

    /** Returns the first reference within an element that is refused, with the reason. */
    Optional<String> firstUnresolvable(FhirElement element, FhirElement container) {
        for (String name : element.names()) {
            for (FhirElement child : element.each(name)) {
                boolean isReference = child.type().isEmpty() && (child.has("reference") || child.has("identifier"));
                if (isReference && !ConditionalReference.isSearch(child.text("reference"))) {
                    List<ReferenceTarget> found = targets.find(child, container);
                    Optional<String> why = problem(child, found);
                    if (why.isPresent()
                            && found.stream()
                                    .anyMatch(target -> ConditionalReferenceResolver.isRead(
                                            target.sent().type()))) {
                        return Optional.of(child.path() + ": " + why.get());
                    }
                }
                Optional<String> below =
                        child.node().isObject() ? firstUnresolvable(child, container) : Optional.empty();
                if (below.isPresent()) {
                    return below;
                }
            }
        }
        return Optional.empty();
    }

    /** Returns why a reference is refused. It quotes no value that was sent. */
    private Optional<String> problem(FhirElement reference, List<ReferenceTarget> found) {
        if (found.size() > 1) {
            return Optional.of("must mean one resource, means " + found.size() + " of what was sent");
        }
        if (found.isEmpty()) {
            return Optional.empty();
        }
        FhirElement sent = found.get(0).sent();
        Optional<String> wanted = FhirReferenceTargets.typeOf(reference);
        boolean isTypeContradicted = wanted.isPresent()
                && reference.has("type")
                && !reference.text("type").equals(wanted.get())
                && !reference.text("type").endsWith("/" + wanted.get());
        if (isTypeContradicted
                || wanted.filter(type -> !type.equals(sent.type())).isPresent()) {
            return Optional.of("must mean a resource of the type it says, means a " + sent.type());
        }
        if (FhirStructureCheck.modifier(sent).isPresent()) {
            return Optional.of("means a resource that holds what is not understood");
        }
        List<ReferenceTarget> identified = targets.identified(reference, wanted);
        boolean isOther =
                reference.has("reference") && identified.stream().anyMatch(target -> !target.equals(found.get(0)));
        return isOther ? Optional.of("its identifier means another resource") : Optional.empty();
    }
}
