package org.vigie.gateway.fhir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The resources of one message that references can mean: by full URL, by {@code Type/id} on the server of the entry that refers to them, by
 * identifier, or within their container by {@code #id}.
 */
final class FhirReferenceTargets {
    private final Map<String, List<ReferenceTarget>> byUrl = new HashMap<>();
    private final Map<String, List<ReferenceTarget>> byName = new HashMap<>();
    private final Map<String, List<ReferenceTarget>> byIdentifier = new HashMap<>();
    private final Map<String, ReferenceTarget> byPath = new HashMap<>();

    /**
     * A resource that references can mean.
     *
     * @param sent the resource as sent
     * @param meant the resource that a reference to it means: itself, or the one that the census has already
     * @param base server of its full URL, {@code https://somewhere/fhir/}; empty when it has none
     */
    record ReferenceTarget(FhirElement sent, FhirElement meant, String base) {}

    /** Adds a resource that was sent on its own. */
    void add(FhirElement resource, String fullUrl, FhirElement meant) {
        FhirReferenceAddress address = FhirReferenceAddress.parse(fullUrl);
        Optional<String> addressed = address.base().isEmpty() ? Optional.empty() : address.typeAndId();
        ReferenceTarget target = new ReferenceTarget(resource, meant, address.base());
        byPath.put(resource.path(), target);
        if (!fullUrl.isEmpty()) {
            add(byUrl, address.unversioned(), target);
        }
        addressed
                .or(() -> resource.has("id")
                        ? Optional.of(resource.type() + "/" + resource.text("id"))
                        : Optional.empty())
                .ifPresent(name -> add(byName, name, target));
        for (FhirElement identifier : resource.each("identifier")) {
            add(byIdentifier, key(identifier), target);
        }
    }

    private static void add(Map<String, List<ReferenceTarget>> all, String name, ReferenceTarget target) {
        all.computeIfAbsent(name, key -> new ArrayList<>()).add(target);
    }

    private static String key(FhirElement identifier) {
        return identifier.text("system") + "|" + identifier.text("value");
    }

    /** Says whether a resource was sent on its own. Contained resources, and those of the census, were not. */
    boolean isTop(FhirElement resource) {
        ReferenceTarget target = byPath.get(resource.path());
        return target != null && target.sent().equals(resource);
    }

    /** Returns every resource that a reference can mean. Equal resources are returned once. */
    List<ReferenceTarget> find(FhirElement reference, FhirElement container) {
        Optional<ReferenceTarget> holder = holder(reference.path());
        String text = reference.text("reference");
        if (text.startsWith("#")) {
            FhirElement within = holder.map(ReferenceTarget::sent).orElse(container);
            return within.each("contained").stream()
                    .filter(resource -> id(resource).equals(text.substring(1)))
                    .map(resource -> new ReferenceTarget(resource, resource, ""))
                    .toList();
        }
        List<ReferenceTarget> literal =
                literal(text, holder.map(ReferenceTarget::base).orElse(""));
        return literal.isEmpty() ? identified(reference, typeOf(reference)) : literal;
    }

    private List<ReferenceTarget> literal(String text, String base) {
        if (text.isEmpty()) {
            return List.of();
        }
        FhirReferenceAddress address = FhirReferenceAddress.parse(text);
        String plain = address.unversioned();
        List<ReferenceTarget> exact = byUrl.getOrDefault(plain, List.of());
        boolean isRelative = address.base().isEmpty() && address.typeAndId().isPresent();
        if (exact.isEmpty() && isRelative && !base.isEmpty()) {
            exact = byUrl.getOrDefault(base + plain, List.of());
        }
        if (exact.isEmpty() && isRelative) {
            exact = byName.getOrDefault(plain, List.of()).stream()
                    .filter(target -> base.isEmpty() || target.base().isEmpty())
                    .toList();
        }
        Optional<String> version = address.version();
        return once(exact.stream()
                .filter(target -> version.isEmpty()
                        || !target.sent().get("meta").has("versionId")
                        || target.sent().get("meta").text("versionId").equals(version.get()))
                .toList());
    }

    /** Returns the resources with the identifier of a reference. */
    List<ReferenceTarget> identified(FhirElement reference, Optional<String> type) {
        FhirElement identifier = reference.get("identifier");
        if (!identifier.has("value")) {
            return List.of();
        }
        String name = reference.path().substring(reference.path().lastIndexOf('.') + 1);
        return once(byIdentifier.getOrDefault(key(identifier), List.of()).stream()
                .filter(target -> type.map(target.sent().type()::equals)
                        .orElseGet(() -> fits(name, target.sent().type())))
                .toList());
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

    /** Says whether an element of this name can refer to a resource of this type. */
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

    private static List<ReferenceTarget> once(List<ReferenceTarget> found) {
        List<ReferenceTarget> each = new ArrayList<>();
        for (ReferenceTarget target : found) {
            if (each.stream()
                    .noneMatch(
                            other -> other.meant().node().equals(target.meant().node()))) {
                each.add(target);
            }
        }
        return each;
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

    /** Says whether a reference names another server than that of its resource, or than that of a resource of the same name in the message. */
    boolean isElsewhere(FhirElement reference) {
        FhirReferenceAddress address = FhirReferenceAddress.parse(reference.text("reference"));
        String base = address.base();
        String own = holder(reference.path()).map(ReferenceTarget::base).orElse("");
        return !base.isEmpty()
                && (own.isEmpty()
                        ? address.typeAndId().filter(byName::containsKey).isPresent()
                        : !own.equals(base));
    }

    /** Returns the id of a contained resource. Some senders write {@code "id": "#patient"} for {@code "patient"}. */
    private static String id(FhirElement contained) {
        String id = contained.text("id");
        return id.startsWith("#") ? id.substring(1) : id;
    }
}
