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
 * Parses FHIR's XML into the JSON tree of the same resource. In that tree a list of one is no list, and every primitive is text. A document
 * type declaration is refused, and no entity is resolved.
 *
 * <p>The namespace of an element decides, not its prefix. The root is in FHIR's namespace. A root without a namespace is read too, and then
 * no element below may be in FHIR's. An element of another namespace is kept as {@code prefix:name} without its content, and is left out
 * with a reason.
 */
final class FhirXmlParser {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 200;
    private static final String FHIR = "http://hl7.org/fhir";
    /** Part of the name of an element that is not FHIR's. No name of FHIR holds it. */
    static final String FOREIGN = ":";

    private static final String XHTML = "http://www.w3.org/1999/xhtml";
    /** Elements that hold one resource, in an element named like its type. */
    private static final Set<String> HOLDERS = Set.of("resource", "contained", "outcome");

    private final XMLStreamReader xml;
    /** Namespace of the root: FHIR's, or empty. */
    private String namespace = FHIR;

    private FhirXmlParser(XMLStreamReader xml) {
        this.xml = xml;
    }

    static ObjectNode read(byte[] text) throws MalformedFhirResource {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new StringReader(utf8(text)));
            return new FhirXmlParser(xml).document();
        } catch (XMLStreamException e) {
            throw new MalformedFhirResource("XML: " + where(e), e);
        } catch (RuntimeException e) {
            // // The JDK's parser throws internal exceptions for some malformed input.
            throw new MalformedFhirResource("XML: not readable", e);
        }
    }

    /** Decodes the text as UTF-8, the only encoding of FHIR's XML. */
    private static String utf8(byte[] text) throws MalformedFhirResource {
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(text))
                    .toString();
            return decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
        } catch (CharacterCodingException e) {
            throw new MalformedFhirResource("XML: must be UTF-8", e);
        }
    }

    private static String where(XMLStreamException e) {
        return e.getLocation() == null
                ? "not readable"
                : "not well-formed at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
    }

    private ObjectNode document() throws XMLStreamException, MalformedFhirResource {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new MalformedFhirResource("XML: a document type is not accepted");
            }
        }
        namespace = namespace();
        if (!namespace.equals(FHIR) && !namespace.isEmpty()) {
            throw new MalformedFhirResource(
                    "XML: the root element must be in the namespace " + FHIR + ", is in another");
        }
        ObjectNode resource = resource(0);
        while (xml.hasNext()) {
            xml.next();
        }
        return resource;
    }

    private String namespace() {
        String uri = xml.getNamespaceURI();
        return uri == null ? "" : uri;
    }

    /** Reads a resource, at the start of the element with its type. */
    private ObjectNode resource(int depth) throws XMLStreamException, MalformedFhirResource {
        ObjectNode resource = NODES.objectNode().put("resourceType", xml.getLocalName());
        children(resource, depth);
        return resource;
    }

    private void children(ObjectNode parent, int depth) throws XMLStreamException, MalformedFhirResource {
        if (depth > DEEPEST) {
            throw new MalformedFhirResource("XML: nested deeper than " + DEEPEST);
        }
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                child(parent, depth + 1);
            }
        }
    }

    /** Reads a child element: FHIR's own, the narrative, or one of another namespace. */
    private void child(ObjectNode parent, int depth) throws XMLStreamException, MalformedFhirResource {
        String name = xml.getLocalName();
        if (name.equals("div") && (isOwn() || namespace().equals(XHTML))) {
            skip();
        } else if (isOwn()) {
            own(parent, name, depth);
        } else {
            String prefix = xml.getPrefix() == null ? "" : xml.getPrefix();
            skip();
            add(parent, (prefix + FOREIGN + name).replace('.', '_'), NODES.textNode(""));
        }
    }

    /**
     * Says whether the element is FHIR's own.
     *
     * @throws MalformedFhirResource when namespaces are mixed
     */
    private boolean isOwn() throws MalformedFhirResource {
        if (namespace.isEmpty() && namespace().equals(FHIR)) {
            throw new MalformedFhirResource("XML: the root is in no namespace, elements below it are in " + FHIR);
        }
        return namespace().equals(namespace);
    }

    /** Reads an element of FHIR. What a primitive holds beside its value becomes {@code _name}, as in JSON. */
    private void own(ObjectNode parent, String name, int depth) throws XMLStreamException, MalformedFhirResource {
        String value = attribute("value");
        ObjectNode children = NODES.objectNode();
        for (String attribute : new String[] {"id", "url"}) {
            String given = attribute(attribute);
            if (given != null) {
                children.put(attribute, given);
            }
        }
        if (HOLDERS.contains(name) && value == null) {
            add(parent, name, held(depth));
            return;
        }
        children(children, depth);
        add(parent, name, value == null ? children : new TextNode(value));
        if (value != null && children.has("extension")) {
            add(parent, "_" + name, children);
        }
    }

    /** Returns an attribute without a namespace, or null. */
    private String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && (space == null || space.isEmpty())) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    private JsonNode held(int depth) throws XMLStreamException, MalformedFhirResource {
        ObjectNode holder = NODES.objectNode();
        ObjectNode held = null;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT && isOwn()) {
                if (held != null) {
                    throw new MalformedFhirResource("XML: one element holds more than one resource");
                }
                held = resource(depth);
            } else if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                child(holder, depth);
            }
        }
        return held == null ? holder : (ObjectNode) held.setAll(holder);
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
