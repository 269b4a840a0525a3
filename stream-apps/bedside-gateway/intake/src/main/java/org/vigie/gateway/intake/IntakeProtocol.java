package org.vigie.gateway.intake;

/** Lists the protocols by which a message can be received. */
public enum IntakeProtocol {
    HL7,
    FHIR,
    MQTT
}
