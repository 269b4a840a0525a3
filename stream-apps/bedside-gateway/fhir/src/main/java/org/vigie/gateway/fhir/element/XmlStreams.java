package org.vigie.gateway.fhir.element;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Opens and reads streams of XML. No document type is processed and no entity is resolved. */
final class XmlStreams {
    private XmlStreams() {}

    /** @throws MalformedFhirResource when the text is not in UTF-8, the only encoding of FHIR's XML */
    static XMLStreamReader reader(byte[] text) throws XMLStreamException, MalformedFhirResource {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new StringReader(utf8(text)));
    }

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

    /** Returns an attribute without a namespace, or null. */
    static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String space = xml.getAttributeNamespace(i);
            if (xml.getAttributeLocalName(i).equals(name) && (space == null || space.isEmpty())) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** Reads to the end of the present element. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int open = 1; open > 0; ) {
            int event = xml.next();
            open += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }
}
