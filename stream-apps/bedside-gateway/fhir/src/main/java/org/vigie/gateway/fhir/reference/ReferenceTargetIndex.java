package org.vigie.gateway.fhir.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;

/** Finds resources of a message by full URL, by {@code Type/id}, and by identifier. */
final class ReferenceTargetIndex {
    private final Map<String, List<ReferenceTarget>> byUrl = new HashMap<>();
    private final Map<String, List<ReferenceTarget>> byName = new HashMap<>();
    private final Map<String, List<ReferenceTarget>> byIdentifier = new HashMap<>();

    void add(ReferenceTarget target, String fullUrl) {
        FhirElement resource = target.sent();
        FhirReferenceAddress address = FhirReferenceAddress.parse(fullUrl);
        if (!fullUrl.isEmpty()) {
            add(byUrl, address.unversioned(), target);
        }
        Optional<String> addressed = address.base().isEmpty() ? Optional.empty() : address.typeAndId();
        Optional<String> sent = resource.any("id").map(id -> resource.type() + "/" + id.text());
        addressed.or(() -> sent).ifPresent(name -> add(byName, name, target));
        resource.each("identifier").forEach(identifier -> add(byIdentifier, key(identifier), target));
    }

    private static void add(Map<String, List<ReferenceTarget>> all, String name, ReferenceTarget target) {
        all.computeIfAbsent(name, key -> new ArrayList<>()).add(target);
    }

    private static String key(FhirElement identifier) {
        return identifier.text("system") + "|" + identifier.text("value");
    }

    List<ReferenceTarget> identified(FhirElement identifier) {
        return byIdentifier.getOrDefault(key(identifier), List.of());
    }

    boolean hasName(FhirReferenceAddress address) {
        return address.typeAndId().filter(byName::containsKey).isPresent();
    }

    /**
     * Returns the resources at an address.
     *
     * @param base server of the resource that refers to them; empty when it is not known
     */
    List<ReferenceTarget> at(FhirReferenceAddress address, String base) {
        Optional<String> version = address.version();
        return ReferenceTarget.distinct(ofAnyVersion(address, base).stream()
                .filter(target -> version.map(target::isOfVersion).orElse(true)));
    }

    private List<ReferenceTarget> ofAnyVersion(FhirReferenceAddress address, String base) {
        String plain = address.unversioned();
        boolean isRelative = address.base().isEmpty() && address.typeAndId().isPresent();
        List<ReferenceTarget> found = byUrl.getOrDefault(plain, List.of());
        if (found.isEmpty() && isRelative && !base.isEmpty()) {
            found = byUrl.getOrDefault(base + plain, List.of());
        }
        return found.isEmpty() && isRelative ? named(plain, base) : found;
    }

    private List<ReferenceTarget> named(String name, String base) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(target -> base.isEmpty() || target.base().isEmpty())
                .toList();
    }
}
