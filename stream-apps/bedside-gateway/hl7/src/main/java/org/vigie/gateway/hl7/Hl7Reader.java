package org.vigie.gateway.hl7;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.hl7.acknowledgement.Hl7Acknowledgement;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Error;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;
import org.vigie.gateway.hl7.message.Hl7Findings;
import org.vigie.gateway.hl7.message.Hl7MessageContext;
import org.vigie.gateway.hl7.movement.Hl7MovementReader;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.gateway.read.SenderClock;
import org.vigie.terminology.CodeMap;
import org.vigie.terminology.DropReason;

/** Reads HL7 v2 messages. Every OBX is an observation, part of an alert, or left out. Stateless and safe for use by many threads. */
public final class Hl7Reader {
    /** Message types that are accepted with any content. Messages of other types are accepted when they hold a measurement or an alarm. */
    private static final Set<String> OURS = Set.of("ADT", "ORU", "OUL");

    private final CodeMap codes;
    private final SenderRules rules;
    private final Optional<Instant> received;

    /** Creates a reader for messages whose time of arrival is not known. */
    public Hl7Reader(CodeMap codes, SenderRules rules) {
        this(codes, rules, Optional.empty());
    }

    private Hl7Reader(CodeMap codes, SenderRules rules, Optional<Instant> received) {
        this.codes = codes;
        this.rules = rules;
        this.received = received;
    }

    /**
     * Returns a reader for messages that arrived at this time. The time of arrival decides between the two instants of a local time that
     * occurs twice.
     */
    public Hl7Reader receivedAt(Instant time) {
        return new Hl7Reader(codes, rules, Optional.of(time));
    }

    /** Reads a message as {@link #readWithAcknowledgement(byte[])} does, for callers that send no answer. */
    public MessageOutcome read(byte[] message) {
        return readWithAcknowledgement(message).outcome();
    }

    /** Reads a message. Never throws: a message that cannot be read is rejected. */
    public Hl7ReadResult readWithAcknowledgement(byte[] message) {
        try {
            return readWithAcknowledgement(Er7Message.parse(message));
        } catch (MalformedHl7Message e) {
            return rejected(Hl7Acknowledgement.rejected(message, e.error()), e.error());
        }
    }

    private static Hl7ReadResult rejected(Hl7Acknowledgement rejection, Hl7Error why) {
        return new Hl7ReadResult(
                rejection, MessageOutcome.refused(rejection.code().text(), why.words()));
    }

    /** Reads a message that is divided into segments already. */
    public Hl7ReadResult readWithAcknowledgement(Er7Message message) {
        SenderClock clock = rules.clock(message, received);
        Hl7Findings findings = new Hl7Findings();
        List<PatientMovement> read =
                message.type().equals("ADT") ? new Hl7MovementReader(clock, findings).read(message) : List.of();
        List<PatientMovement> movements = read.stream()
                .filter(movement -> isOfSomebody(movement, message, findings))
                .toList();
        new Hl7RowReader(message, codes, new Hl7MessageContext(clock, rules.isTest(message)), findings).read();
        if (!read.isEmpty()) {
            leaveOutBesideMovements(message, read.size(), findings);
        }
        return result(message, findings, movements);
    }

    private static Hl7ReadResult result(Er7Message message, Hl7Findings findings, List<PatientMovement> movements) {
        boolean isOurs = OURS.contains(message.type()) || message.isAnswer() || findings.hasResults();
        if (!isOurs || (findings.isEmpty() && movements.isEmpty())) {
            findings.add(new DroppedElement("MSH", "MSH-9", message.header().raw(9), "", DropReason.OTHER_MESSAGE));
        }
        return isOurs ? accepted(message, findings, movements) : unsupported(message, findings, movements);
    }

    private static Hl7ReadResult accepted(Er7Message message, Hl7Findings findings, List<PatientMovement> movements) {
        Hl7Acknowledgement accepted = Hl7Acknowledgement.accepted(message);
        return new Hl7ReadResult(accepted, findings.outcome(accepted.code().text(), "", movements));
    }

    private static Hl7ReadResult unsupported(
            Er7Message message, Hl7Findings findings, List<PatientMovement> movements) {
        Hl7Error why = unsupported(message);
        Hl7Acknowledgement rejected = Hl7Acknowledgement.rejected(message, why);
        return new Hl7ReadResult(rejected, findings.outcome(rejected.code().text(), why.words(), movements));
    }

    /** Returns true when a movement names its patient. A movement without a patient is left out. */
    private static boolean isOfSomebody(PatientMovement movement, Er7Message message, Hl7Findings findings) {
        if (movement.patient().isEmpty() && movement.action() != PatientMovement.MovementAction.NONE) {
            findings.add(new DroppedElement("PID", "PID-3", message.header().raw(9), "", DropReason.MALFORMED)
                    .withExpected("the patient's identifier"));
        }
        return !movement.patient().isEmpty();
    }

    /**
     * Returns the error of a well-formed message that is not taken here. A text that is no message type is not quoted, since it may be a
     * name.
     */
    private static Hl7Error unsupported(Er7Message message) {
        String kind = message.type().matches("[A-Z][A-Z0-9]{2}") ? "of type " + message.type() : "of this type";
        return new Hl7Error("MSH", 9, Hl7Error.MESSAGE_TYPE, "messages " + kind + " are not taken here");
    }

    private void leaveOutBesideMovements(Er7Message message, int moved, Hl7Findings findings) {
        otherPatients(message, moved, findings);
        if (rules.isTest(message)) {
            findings.add(new DroppedElement(
                    "MSH", "MSH-11", message.header().raw(9), message.processing(), DropReason.TEST));
        }
    }

    /** Leaves out the patients of a message beyond those that it moves, in a list of merges. */
    private static void otherPatients(Er7Message message, int moved, Hl7Findings findings) {
        int number = 0;
        for (Hl7Segment segment : message.segments()) {
            if (segment.is("PID") && ++number > moved) {
                findings.add(new DroppedElement(
                        "PID[" + number + "]", "PID-3", "", segment.raw(3), DropReason.OTHER_PATIENT));
            }
        }
    }
}
