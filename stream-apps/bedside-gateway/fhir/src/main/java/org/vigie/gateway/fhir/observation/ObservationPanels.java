package org.vigie.gateway.fhir.observation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;

/** Finds the panel of an Observation: the resource that has it as a member. A member inherits elements that only its panel has. */
final class ObservationPanels {
    private static final List<String> MEMBERS = List.of("hasMember", "related", "result");

    private final Map<Object, IndexedResource> panels = new HashMap<>();

    ObservationPanels(FhirResourceIndex resources) {
        resources.items().forEach(panel -> findMembers(panel, resources));
    }

    private void findMembers(IndexedResource panel, FhirResourceIndex resources) {
        for (String name : MEMBERS) {
            for (FhirElement reference : panel.resource().each(name)) {
                FhirElement target = reference.has("target") ? reference.get("target") : reference;
                resources.find(target, panel.container()).ifPresent(member -> panels.putIfAbsent(member.path(), panel));
            }
        }
    }

    /** Returns the panel that has the observation as a member. */
    Optional<IndexedResource> panel(IndexedResource item) {
        return Optional.ofNullable(panels.get(item.resource().path()));
    }

    /** Returns the observation, or its panel, that has this element. */
    Optional<IndexedResource> inherited(IndexedResource item, String name) {
        if (item.resource().has(name)) {
            return Optional.of(item);
        }
        return panel(item).filter(panel -> panel.resource().has(name));
    }
}
