package org.vigie.gateway.fhir.observation;

import java.util.List;
import java.util.Optional;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.CodeMatch;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueOrigin;

/** Finds the variable that the codes of a value mean, with the help of the codes of its group. */
final class ObservationCodeMatcher {
    private final CodeMap map;
    private final String sender;
    private final ObservationPanels panels;

    ObservationCodeMatcher(CodeMap map, String sender, ObservationPanels panels) {
        this.map = map;
        this.sender = sender;
        this.panels = panels;
    }

    CodeMatch match(ObservationValue value) {
        return map.match(sender, value.codes(), groupCodes(value), origin(value.item()));
    }

    /** Returns the codes of the group. The group of a component is its observation, the group of an observation is its panel. */
    private List<SentCode> groupCodes(ObservationValue value) {
        Optional<IndexedResource> group =
                value.isOfComponent() ? Optional.of(value.item()) : panels.panel(value.item());
        return group.map(above -> new CodeableConcept(above.resource().get("code")).codes())
                .orElse(List.of());
    }

    private ValueOrigin origin(IndexedResource item) {
        ValueOrigin own = new FhirValueOriginReader(item.resource()).read();
        return own != ValueOrigin.UNKNOWN
                ? own
                : panels.panel(item)
                        .map(above -> new FhirValueOriginReader(above.resource()).read())
                        .orElse(own);
    }
}
