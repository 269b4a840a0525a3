package org.vigie.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirPayloadParser;
import org.vigie.gateway.fhir.element.MalformedFhirResource;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.intake.StayLookup;

/** Tests that HAPI reads the same quantities from every resource of the corpus that it can read. */
class HapiAgreesTest {
    private static final FhirContext R4 = FhirContext.forR4Cached();

    /** Holds a code and the number beside it. */
    private record CodedNumber(String code, double value) {}

    @Test
    void hapiFindsTheSameQuantities() throws MalformedFhirResource {
        // given
        int compared = 0;

        // when, then
        for (Path file : FhirCorpus.files()) {
            Optional<List<CodedNumber>> hapi = hapi(file);
            if (hapi.isPresent() && !hapi.get().isEmpty()) {
                assertThat(ours(file)).as(file.toString()).containsExactlyInAnyOrderElementsOf(hapi.get());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(30);
    }

    private static Optional<List<CodedNumber>> hapi(Path file) {
        boolean isXml = file.toString().endsWith(".xml");
        IParser parser = isXml ? R4.newXmlParser() : R4.newJsonParser();
        parser.setParserErrorHandler(new LenientErrorHandler(false).setErrorOnInvalidValue(false));
        try {
            IBaseResource read = parser.parseResource(new String(FhirCorpus.bytes(file), StandardCharsets.UTF_8));
            List<CodedNumber> found = new ArrayList<>();
            all((Resource) read).forEach(resource -> {
                if (resource instanceof Observation observation) {
                    find(observation.getCode(), observation.getValue(), found);
                    observation
                            .getComponent()
                            .forEach(component -> find(component.getCode(), component.getValue(), found));
                }
            });
            return Optional.of(found);
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private static Stream<Resource> all(Resource resource) {
        Stream<Resource> inside = resource instanceof Bundle bundle
                ? bundle.getEntry().stream()
                        .filter(Bundle.BundleEntryComponent::hasResource)
                        .flatMap(entry -> all(entry.getResource()))
                : resource instanceof DomainResource domain ? domain.getContained().stream() : Stream.empty();
        return Stream.concat(Stream.of(resource), inside);
    }

    private static void find(CodeableConcept code, Type value, List<CodedNumber> found) {
        if (value instanceof Quantity quantity && quantity.getValue() != null) {
            found.add(new CodedNumber(
                    code.getCodingFirstRep().getCode() + "", quantity.getValue().doubleValue()));
        }
    }

    private static List<CodedNumber> ours(Path file) throws MalformedFhirResource {
        List<CodedNumber> found = new ArrayList<>();
        for (FhirResourceIndex.IndexedResource item :
                new FhirResourceIndex(FhirPayloadParser.read(FhirCorpus.bytes(file)), StayLookup.NONE, false).items()) {
            if (item.resource().type().equals("Observation")) {
                find(item.resource(), found);
                item.resource().each("component").forEach(component -> find(component, found));
            }
        }
        return found;
    }

    private static void find(FhirElement holder, List<CodedNumber> found) {
        Optional<BigDecimal> value = holder.any("valueQuantity")
                .flatMap(quantity -> quantity.get("value").decimal());
        String code = holder.get("code").get("coding").text("code");
        value.ifPresent(number -> found.add(new CodedNumber(code.isEmpty() ? "null" : code, number.doubleValue())));
    }
}
