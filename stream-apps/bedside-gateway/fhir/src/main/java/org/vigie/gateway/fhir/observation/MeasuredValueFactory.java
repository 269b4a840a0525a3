package org.vigie.gateway.fhir.observation;

import java.time.Instant;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.CodeableConcept;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.location.FhirLocationResolver;
import org.vigie.gateway.fhir.reference.FhirIdentityResolver;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.reference.FhirResourceIndex.IndexedResource;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.terminology.ChannelLabels;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;

/** Makes measured values: a quantity with the bed, the patient, the device and the channel that its Observation gives. */
final class MeasuredValueFactory {
    private final CodeMap map;
    private final FhirResourceIndex resources;
    private final ObservationPanels panels;
    private final FhirIdentityResolver identities;
    private final FhirLocationResolver locations;
    private final ObservationIdentifierReader identifiers;

    MeasuredValueFactory(CodeMap map, FhirResourceIndex resources, FhirTimeParser times, ObservationPanels panels) {
        this.map = map;
        this.resources = resources;
        this.panels = panels;
        this.identities = new FhirIdentityResolver(resources);
        this.locations = new FhirLocationResolver(resources, times);
        this.identifiers = new ObservationIdentifierReader(resources);
    }

    MeasuredValue measured(
            ObservationValue value, Instant time, CatalogueQuantity quantity, MeasurementStatusRecord status) {
        IndexedResource item = value.item();
        MeasuredValue measured = unplaced(value, time, quantity, status);
        return measured.withBed(
                measured.isLive()
                        ? locations.of(item.resource(), item.container())
                        : locations.at(time, item.resource(), item.container()));
    }

    private MeasuredValue unplaced(
            ObservationValue value, Instant time, CatalogueQuantity quantity, MeasurementStatusRecord status) {
        IndexedResource item = value.item();
        return new MeasuredValue(
                "",
                referred(item, "subject", identities::patient),
                referred(item, "device", identities::device),
                time,
                quantity.variable().name(),
                quantity.value(),
                quantity.variable().unit(),
                status,
                ValueRange.UNBOUNDED,
                channel(value, quantity),
                item.resource().code("status").equals("preliminary"),
                identifiers.of(item));
    }

    /** Returns what a reference of the observation, or of its panel, means. Empty when there is none. */
    private String referred(IndexedResource item, String name, BiFunction<FhirElement, FhirElement, String> resolver) {
        return panels.inherited(item, name)
                .map(holding -> resolver.apply(holding.resource().get(name), holding.container()))
                .orElse("");
    }

    /** Returns the channel: the words of the code, the site, the method, the specimen and the part of the device. */
    private String channel(ObservationValue value, CatalogueQuantity quantity) {
        IndexedResource item = value.item();
        return ChannelLabels.joined(Stream.of(
                map.sourceWord(quantity.variable(), value.codes()),
                concept(item, "bodySite"),
                concept(item, "method"),
                specimen(item).map(kind -> new CodeableConcept(kind).name()).orElse(""),
                referred(item, "device", identities::part)));
    }

    private String concept(IndexedResource item, String name) {
        return panels.inherited(item, name)
                .map(holding -> new CodeableConcept(holding.resource().get(name)).name())
                .orElse("");
    }

    private Optional<FhirElement> specimen(IndexedResource item) {
        return item.resource()
                .any("specimen")
                .flatMap(reference -> resources.find(reference, item.container()))
                .map(specimen -> specimen.get("type"));
    }
}
