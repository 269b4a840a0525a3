package org.vigie.gateway.codes;

/** How a message reached the gateway. */
public enum Protocol {
    HL7,
    FHIR,
    MQTT
}
