package org.vigie.gateway.intake;

/** The protocol by which a message was received. */
public enum IntakeProtocol {
    HL7,
    FHIR,
    MQTT
}
