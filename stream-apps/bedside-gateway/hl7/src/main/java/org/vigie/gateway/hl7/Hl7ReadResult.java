package org.vigie.gateway.hl7;

import org.vigie.gateway.hl7.acknowledgement.Hl7Acknowledgement;
import org.vigie.gateway.intake.MessageOutcome;

/**
 * Holds the content of one message and its acknowledgement.
 *
 * @param acknowledgement the answer that the sender gets once the content is stored
 * @param outcome the content; its code and its error are those of the acknowledgement
 */
public record Hl7ReadResult(Hl7Acknowledgement acknowledgement, MessageOutcome outcome) {}
