package org.vigie.gateway.fhir.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;

/**
 * Indexes the resources of one message that references can mean: by full URL, by {@code Type/id} on the server of the entry that refers to
 * them, by identifier, or within their container by {@code #id}.
 */
final class FhirReferenceTargets {
    private final ReferenceTargetIndex index = new ReferenceTargetIndex();
    private final Map<String, ReferenceTarget> byPath = new HashMap<>();

    /** Adds a resource that was sent on its own. */
    void add(FhirElement resource, String fullUrl, FhirElement meant) {
        FhirReferenceAddress address = FhirReferenceAddress.parse(fullUrl);
        ReferenceTarget target = new ReferenceTarget(resource, meant, address.base());
        byPath.put(resource.path(), target);
        index.add(target, fullUrl);
    }

    /** Returns true when a resource was sent on its own. Contained resources, and those of the census, were not. */
    boolean isTop(FhirElement resource) {
        ReferenceTarget target = byPath.get(resource.path());
        return target != null && target.sent().equals(resource);
    }

    /** Returns every resource that a reference can mean. Equal resources are returned once. */
    List<ReferenceTarget> find(FhirElement reference, FhirElement container) {
        Optional<ReferenceTarget> holder = holder(reference.path());
        String text = reference.text("reference");
        if (text.startsWith("#")) {
            return contained(holder.map(ReferenceTarget::sent).orElse(container), text.substring(1));
        }
        String base = holder.map(ReferenceTarget::base).orElse("");
        List<ReferenceTarget> literal = text.isEmpty() ? List.of() : index.at(FhirReferenceAddress.parse(text), base);
        return literal.isEmpty() ? identified(reference, typeOf(reference)) : literal;
    }

    private static List<ReferenceTarget> contained(FhirElement container, String id) {
        return container.each("contained").stream()
                .filter(resource -> id(resource).equals(id))
                .map(resource -> new ReferenceTarget(resource, resource, ""))
                .toList();
    }

    /** Returns the resources with the identifier of a reference. */
    List<ReferenceTarget> identified(FhirElement reference, Optional<String> type) {
        FhirElement identifier = reference.get("identifier");
        if (!identifier.has("value")) {
            return List.of();
        }
        String name = reference.path().substring(reference.path().lastIndexOf('.') + 1);
        return ReferenceTarget.distinct(index.identified(identifier).stream()
                .filter(target -> type.map(target.sent().type()::equals)
                        .orElseGet(() -> fits(name, target.sent().type()))));
    }

    /** Returns the type that a reference names: in its address, else beside it. */
    static Optional<String> typeOf(FhirElement reference) {
        return FhirReferenceAddress.parse(reference.text("reference"))
                .typeAndId()
                .map(name -> name.substring(0, name.indexOf('/')))
                .or(() -> reference
                        .any("type")
                        .map(FhirElement::text)
                        .map(type -> type.substring(type.lastIndexOf('/') + 1)));
    }

    /** Returns true when an element of this name can refer to a resource of this type. */
    private static boolean fits(String name, String type) {
        return switch (name) {
            case "patient" -> type.equals("Patient");
            case "encounter", "context" -> type.equals("Encounter") || type.equals("EpisodeOfCare");
            case "subject" -> !type.equals("Encounter") && !type.equals("Specimen") && !type.equals("Observation");
            case "location" -> type.equals("Location");
            case "specimen" -> type.equals("Specimen");
            case "device" -> type.startsWith("Device");
            default -> true;
        };
    }

    /** Returns the resource that was sent on its own and holds the element. */
    private Optional<ReferenceTarget> holder(String path) {
        String at = path;
        while (!byPath.containsKey(at)) {
            int dot = at.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            at = at.substring(0, dot);
        }
        return Optional.of(byPath.get(at));
    }

    /**
     * Returns true when a reference names another server than that of its resource, or than that of a resource of the same name in the
     * message.
     */
    boolean isElsewhere(FhirElement reference) {
        FhirReferenceAddress address = FhirReferenceAddress.parse(reference.text("reference"));
        String base = address.base();
        String own = holder(reference.path()).map(ReferenceTarget::base).orElse("");
        return !base.isEmpty() && (own.isEmpty() ? index.hasName(address) : !own.equals(base));
    }

    /** Returns the id of a contained resource. Some senders write {@code "id": "#patient"} for {@code "patient"}. */
    private static String id(FhirElement contained) {
        String id = contained.text("id");
        return id.startsWith("#") ? id.substring(1) : id;
    }
}
