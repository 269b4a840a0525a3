package org.vigie.gateway.fhir;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.gateway.fhir.element.FhirPayloadParser;
import org.vigie.gateway.fhir.element.FhirTimeParser;
import org.vigie.gateway.fhir.element.MalformedFhirResource;
import org.vigie.gateway.fhir.message.FhirMessage;
import org.vigie.gateway.fhir.message.FhirReadingCount;
import org.vigie.gateway.fhir.reference.FhirResourceIndex;
import org.vigie.gateway.fhir.structure.FhirStructureCheck;
import org.vigie.gateway.fhir.structure.RequiredElementCheck;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.terminology.CodeMap;

/**
 * Reads FHIR resources in JSON, XML or ndjson, from DSTU2 to R6 as far as these versions agree.
 *
 * @param map the known codes
 * @param zone time zone of senders that give none
 * @param census where conditional references to patients and visits are looked up
 * @param received when the messages arrived; empty when they are read from a file
 */
public record FhirReader(CodeMap map, ZoneId zone, StayLookup census, Optional<Instant> received) {
    private static final String MALFORMED = "400";

    /** Creates a reader for messages whose time of arrival is not known. */
    public FhirReader(CodeMap map, ZoneId zone, StayLookup census) {
        this(map, zone, census, Optional.empty());
    }

    /** Creates a reader without a census. A conditional reference can mean only a resource of the same message. */
    public FhirReader(CodeMap map, ZoneId zone) {
        this(map, zone, StayLookup.NONE);
    }

    /** Returns a reader for messages that arrived at this time. It is the time of a change that no element dates. */
    public FhirReader receivedAt(Instant time) {
        return new FhirReader(map, zone, census, Optional.of(time));
    }

    /**
     * Reads the bytes of a request or a file. Never fails.
     *
     * @return the outcome; its code is 400 for what is no FHIR and 422 for what is not acceptable
     */
    public MessageOutcome read(byte[] text) {
        try {
            return message(text).outcome();
        } catch (MalformedFhirResource e) {
            return MessageOutcome.refused(MALFORMED, e.getMessage());
        }
    }

    /**
     * Parses and reads the bytes, resource by resource.
     *
     * @throws MalformedFhirResource when they are no FHIR
     */
    public FhirMessage message(byte[] text) throws MalformedFhirResource {
        return message(text, false);
    }

    /**
     * Reads the body of a PUT, which replaces an earlier resource.
     *
     * @throws MalformedFhirResource when it is no FHIR
     */
    public FhirMessage replacement(byte[] text) throws MalformedFhirResource {
        return message(text, true);
    }

    private FhirMessage message(byte[] text, boolean isPut) throws MalformedFhirResource {
        List<FhirElement> sent = FhirPayloadParser.read(text);
        FhirResourceIndex resources = new FhirResourceIndex(sent, census, isPut);
        boolean isBundle = sent.stream().anyMatch(FhirReader::isBundle);
        String bundle = sent.size() == 1 && isBundle ? sent.get(0).text("type") : "";
        return new FhirMessage(
                bundle,
                isBundle || sent.size() > 1,
                violations(sent, resources),
                entries(new FhirResourceReader(map, new FhirTimeParser(zone, received), resources), resources),
                FhirReadingCount.in(sent));
    }

    private static boolean isBundle(FhirElement resource) {
        return resource.type().equals("Bundle");
    }

    /** Returns the errors of Bundles and Parameters as a whole. */
    private static List<String> violations(List<FhirElement> sent, FhirResourceIndex resources) {
        Stream<Optional<String>> structure =
                resources.wrappers().stream().map(FhirStructureCheck::firstWrapperViolation);
        Stream<Optional<String>> required =
                sent.stream().filter(FhirReader::isBundle).map(RequiredElementCheck::firstViolation);
        return Stream.concat(structure, required).flatMap(Optional::stream).toList();
    }

    private static List<FhirMessage.FhirMessageEntry> entries(FhirResourceReader reader, FhirResourceIndex resources) {
        return Stream.of(
                        resources.items().stream()
                                .filter(FhirResourceIndex.IndexedResource::top)
                                .map(reader::entry),
                        resources.entriesWithoutResource().stream().map(UnreadResources::entryWithoutResource),
                        resources.wrappers().stream().flatMap(wrapper -> reader.wrapper(wrapper).stream()))
                .flatMap(entries -> entries)
                .toList();
    }
}
