package org.vigie.gateway.fhir.element;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Parses the bytes of a request or a file into resources: JSON, XML, or one JSON resource per line (ndjson), with or without a byte order
 * mark. A JSON object with a repeated name is refused, since one of its values would be lost.
 */
public final class FhirPayloadParser {
    private static final int DEEPEST = 200;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private FhirPayloadParser() {}

    /**
     * Returns the resources.
     *
     * @throws MalformedFhirResource when any part is no resource
     */
    public static List<FhirElement> read(byte[] text) throws MalformedFhirResource {
        List<JsonNode> nodes = first(text) == '<' ? List.of(FhirXmlParser.read(text)) : json(text);
        List<FhirElement> resources = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            String type = type(node);
            resources.add(new FhirElement(nodes.size() == 1 ? type : type + "#" + (resources.size() + 1), node));
        }
        if (resources.isEmpty()) {
            throw new MalformedFhirResource("empty: no resource was sent");
        }
        return resources;
    }

    private static String type(JsonNode node) throws MalformedFhirResource {
        String type = node.path("resourceType").asText();
        if (!type.matches("[A-Z][A-Za-z]{1,63}")) {
            throw new MalformedFhirResource("resourceType: must name a FHIR resource");
        }
        return type;
    }

    /** Returns the first character behind the byte order mark and blanks. Returns 0 for an empty text. */
    private static int first(byte[] text) {
        for (byte character : text) {
            boolean isMark = character < 0;
            if (!isMark && character != 0 && !Character.isWhitespace(character)) {
                return character;
            }
        }
        return 0;
    }

    private static List<JsonNode> json(byte[] text) throws MalformedFhirResource {
        List<JsonNode> nodes = new ArrayList<>();
        try (MappingIterator<JsonNode> values = JSON.readerFor(JsonNode.class).readValues(text)) {
            while (values.hasNextValue()) {
                nodes.add(values.nextValue());
            }
        } catch (IOException | NumberFormatException e) {
            throw malformed(e);
        }
        return nodes;
    }

    /** Makes the exception. Jackson throws no IOException for a number whose exponent is too large. */
    private static MalformedFhirResource malformed(Exception e) {
        String where = e instanceof JsonProcessingException json && json.getLocation() != null
                ? " at line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr()
                : "";
        return new MalformedFhirResource("JSON: not well-formed" + where, e);
    }
}
