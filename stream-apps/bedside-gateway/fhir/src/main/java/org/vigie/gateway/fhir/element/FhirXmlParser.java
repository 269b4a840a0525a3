package org.vigie.gateway.fhir.element;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Optional;
import java.util.Set;
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
public final class FhirXmlParser {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 200;
    private static final String FHIR = "http://hl7.org/fhir";
    /** Part of the name of an element that is not FHIR's. No name of FHIR holds it. */
    public static final String FOREIGN = ":";

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
        try {
            return new FhirXmlParser(XmlStreams.reader(text)).document();
        } catch (XMLStreamException e) {
            throw new MalformedFhirResource("XML: " + where(e), e);
        } catch (RuntimeException e) {
            // The JDK's parser throws internal exceptions for some malformed input.
            throw new MalformedFhirResource("XML: not readable", e);
        }
    }

    private static String where(XMLStreamException e) {
        return e.getLocation() == null
                ? "not readable"
                : "not well-formed at line " + e.getLocation().getLineNumber() + ", column "
                        + e.getLocation().getColumnNumber();
    }

    private ObjectNode document() throws XMLStreamException, MalformedFhirResource {
        findRoot();
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

    private void findRoot() throws XMLStreamException, MalformedFhirResource {
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                throw new MalformedFhirResource("XML: a document type is not accepted");
            }
        }
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
            XmlStreams.skip(xml);
        } else if (isOwn()) {
            own(parent, name, depth);
        } else {
            String prefix = xml.getPrefix() == null ? "" : xml.getPrefix();
            XmlStreams.skip(xml);
            add(parent, (prefix + FOREIGN + name).replace('.', '_'), NODES.textNode(""));
        }
    }

    /**
     * Returns true when the element is FHIR's own.
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
        String value = XmlStreams.attribute(xml, "value");
        if (HOLDERS.contains(name) && value == null) {
            add(parent, name, held(depth));
        } else {
            own(parent, name, Optional.ofNullable(value), depth);
        }
    }

    private void own(ObjectNode parent, String name, Optional<String> value, int depth)
            throws XMLStreamException, MalformedFhirResource {
        ObjectNode children = NODES.objectNode();
        putAttribute(children, "id");
        putAttribute(children, "url");
        children(children, depth);
        add(parent, name, value.<JsonNode>map(TextNode::new).orElse(children));
        if (value.isPresent() && children.has("extension")) {
            add(parent, "_" + name, children);
        }
    }

    private void putAttribute(ObjectNode node, String name) {
        String value = XmlStreams.attribute(xml, name);
        if (value != null) {
            node.put(name, value);
        }
    }

    private JsonNode held(int depth) throws XMLStreamException, MalformedFhirResource {
        ObjectNode holder = NODES.objectNode();
        ObjectNode held = null;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            boolean isElement = xml.getEventType() == XMLStreamConstants.START_ELEMENT;
            if (isElement && isOwn()) {
                held = onlyResource(held, depth);
            } else if (isElement) {
                child(holder, depth);
            }
        }
        return held == null ? holder : (ObjectNode) held.setAll(holder);
    }

    private ObjectNode onlyResource(ObjectNode before, int depth) throws XMLStreamException, MalformedFhirResource {
        if (before != null) {
            throw new MalformedFhirResource("XML: one element holds more than one resource");
        }
        return resource(depth);
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
