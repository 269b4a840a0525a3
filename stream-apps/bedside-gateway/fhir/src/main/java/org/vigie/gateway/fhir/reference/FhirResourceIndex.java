package org.vigie.gateway.fhir.reference;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.intake.StayLookup;

/** Lists the resources of one message: those that were sent on their own, and those that they contain. */
public final class FhirResourceIndex {
    /**
     * Holds a resource of the message.
     *
     * @param top true when it was sent on its own: the resource of a file, an entry of a Bundle
     * @param container the resource that contains it, else itself
     * @param request request of its Bundle entry; absent when there is none
     */
    public record IndexedResource(FhirElement resource, FhirElement container, boolean top, FhirElement request) {}

    private static final FhirElement NONE = new FhirElement("", MissingNode.getInstance());

    private final boolean isPut;
    private final List<IndexedResource> items = new ArrayList<>();
    private final List<FhirElement> bare = new ArrayList<>();
    private final List<FhirElement> wrappers = new ArrayList<>();

    private final FhirReferenceTargets targets = new FhirReferenceTargets();
    private final List<FhirElement> tops = new ArrayList<>();
    private final ConditionalReferenceResolver conditional;
    private final FhirReferenceResolver references;

    /** @param isPut true when the request puts (PUT) the resources, so that they replace the earlier ones */
    public FhirResourceIndex(List<FhirElement> sent, StayLookup census, boolean isPut) {
        this.isPut = isPut;
        conditional = new ConditionalReferenceResolver(tops, census);
        references = new FhirReferenceResolver(targets, conditional);
        sent.forEach(resource -> add(resource, "", NONE));
    }

    /** Returns the resources that references can mean. */
    FhirReferenceTargets targets() {
        return targets;
    }

    public ConditionalReferenceResolver conditional() {
        return conditional;
    }

    /** Returns every resource except Bundles and Parameters. */
    public List<IndexedResource> items() {
        return items;
    }

    /** Returns the Bundle entries without a resource. */
    public List<FhirElement> entriesWithoutResource() {
        return bare;
    }

    /** Returns the Bundles and Parameters. */
    public List<FhirElement> wrappers() {
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

    /** Returns true when the request of an entry sends a resource. A request to read or delete sends none, whatever stands beside it. */
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
    public static List<IndexedResource> inside(FhirElement container) {
        return container.each("contained").stream()
                .map(contained -> new IndexedResource(contained, container, false, NONE))
                .toList();
    }

    /** Returns the resource that a reference means. Empty when it was not sent, and when the reference is refused. */
    public Optional<FhirElement> find(FhirElement reference, FhirElement container) {
        return references.find(reference, container);
    }

    public boolean isPut() {
        return isPut;
    }

    public FhirReferenceResolver references() {
        return references;
    }
}
