package org.vigie.gateway.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * FHIR's XML as the JSON tree of the same resource, except that a list of one is no list and every primitive is text. A document type
 * is refused: no entity of any kind is resolved.
 */
final class XmlResource {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 200;
    /** Elements that hold one resource, as an element named like its type. */
    private static final Set<String> HOLDERS = Set.of("resource", "contained", "outcome");

    private final XMLStreamReader xml;

    private XmlResource(XMLStreamReader xml) {
        this.xml = xml;
    }

    static ObjectNode read(byte[] text) throws MalformedResource {
        XMLInputFactory factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(utf8(text)));
            return new XmlResource(xml).document();
        } catch (XMLStreamException e) {
            throw new MalformedResource("XML: " + where(e), e);
        } catch (RuntimeException e) {
            // The JDK's parser answers some broken input with exceptions of its own insides.
            throw new MalformedResource("XML: not readable", e);
        }
    }

    /** FHIR's XML is UTF-8, whatever it says of itself. */
    private static String utf8(byte[] text) throws MalformedResource {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
            return decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
        } catch (CharacterCodingException e) {
            throw new MalformedResource("XML: must be UTF-8", e);
        }
    }

    private static String where(XMLStreamException e) {
        return e.getLocation() == null
                ? "not readable"
                : "not well-formed at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
    }

    private ObjectNode document() throws XMLStreamException, MalformedResource {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new MalformedResource("XML: a document type is not accepted");
            }
        }
        ObjectNode resource = resource(0);
        while (xml.hasNext()) {
            xml.next();
        }
        return resource;
    }

    /** At the start of an element named like the resource's type. */
    private ObjectNode resource(int depth) throws XMLStreamException, MalformedResource {
        ObjectNode resource = NODES.objectNode().put("resourceType", xml.getLocalName());
        children(resource, depth);
        return resource;
    }

    private void children(ObjectNode parent, int depth) throws XMLStreamException, MalformedResource {
        if (depth > DEEPEST) {
            throw new MalformedResource("XML: nested deeper than " + DEEPEST);
        }
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                add(parent, name, child(name, depth + 1));
            }
        }
    }

    private JsonNode child(String name, int depth) throws XMLStreamException, MalformedResource {
        if (name.equals("div")) {
            skip();
            return NODES.textNode("");
        }
        String value = xml.getAttributeValue(null, "value");
        ObjectNode children = NODES.objectNode();
        for (String attribute : new String[] {"id", "url"}) {
            String given = xml.getAttributeValue(null, attribute);
            if (given != null) {
                children.put(attribute, given);
            }
        }
        if (HOLDERS.contains(name) && value == null) {
            return held(depth);
        }
        children(children, depth);
        return value == null ? children : new TextNode(value);
    }

    private JsonNode held(int depth) throws XMLStreamException, MalformedResource {
        JsonNode held = NODES.missingNode();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                held = resource(depth);
            }
        }
        return held.isMissingNode() ? NODES.objectNode() : held;
    }

    private void skip() throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    private static void add(ObjectNode parent, String name, JsonNode child) {
        JsonNode before = parent.get(name);
        if (before == null) {
            parent.set(name, child);
        } else if (before instanceof ArrayNode list) {
            list.add(child);
        } else {
            parent.set(name, NODES.arrayNode().add(before).add(child));
        }
    }
}
