package org.vigie.gateway.intake;

/** How a message reached the gateway. */
public enum IntakeProtocol {
    HL7,
    FHIR,
    MQTT
}
