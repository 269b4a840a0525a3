package org.vigie.gateway.hl7.acknowledgement;

import java.time.Instant;
import java.util.Optional;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7CharsetDecoder;
import org.vigie.gateway.hl7.er7.Hl7Error;
import org.vigie.gateway.hl7.er7.MalformedHl7Message;

/**
 * Holds the acknowledgement of one message: its code and, when the message is not taken, the error.
 *
 * <p>MSH-15 and MSH-16 of the message decide which code the sender gets. When both are empty, the original mode applies: AA, AE or AR
 * always. Otherwise MSH-15 asks for an accept acknowledgement (CA, CE, CR) and MSH-16 for an application acknowledgement (AA, AE, AR):
 * AL always, NE never, ER on error or reject, SU on success. One answer is sent. It is the application acknowledgement when the sender
 * wants one.
 *
 * @param code the code of MSA-1
 * @param message the message that is acknowledged; empty when not even its header can be read
 * @param error why the message is not taken; empty when it is
 */
public record Hl7Acknowledgement(Hl7AcknowledgementCode code, Optional<Er7Message> message, Optional<Hl7Error> error) {

    /** Acknowledges a message that is stored. An acknowledgement or a reply is not answered. */
    public static Hl7Acknowledgement accepted(Er7Message message) {
        Hl7AcknowledgementCode code = message.isAnswer()
                ? Hl7AcknowledgementCode.NONE
                : code(message, "SU", Hl7AcknowledgementCode.AA, Hl7AcknowledgementCode.CA);
        return new Hl7Acknowledgement(code, Optional.of(message), Optional.empty());
    }

    /** Rejects a message that is well-formed and not taken here. */
    public static Hl7Acknowledgement rejected(Er7Message message, Hl7Error why) {
        return new Hl7Acknowledgement(
                code(message, "ER", Hl7AcknowledgementCode.AR, Hl7AcknowledgementCode.CR),
                Optional.of(message),
                Optional.of(why));
    }

    /** Rejects a message that cannot be read. The code is AR when its header cannot be read either. */
    public static Hl7Acknowledgement rejected(byte[] bytes, Hl7Error why) {
        try {
            return rejected(Er7Message.cut(Hl7CharsetDecoder.decode(bytes)), why);
        } catch (MalformedHl7Message e) {
            return new Hl7Acknowledgement(Hl7AcknowledgementCode.AR, Optional.empty(), Optional.of(why));
        }
    }

    /** Returns the acknowledgement of the same message when it could not be kept: AE or CE. The sender may send it again. */
    public Hl7Acknowledgement failed() {
        Hl7AcknowledgementCode failed = message.map(
                        sent -> code(sent, "ER", Hl7AcknowledgementCode.AE, Hl7AcknowledgementCode.CE))
                .orElse(Hl7AcknowledgementCode.AE);
        return new Hl7Acknowledgement(failed, message, error);
    }

    /** Returns the same failure with its reason in words. */
    public Hl7Acknowledgement failed(String why) {
        return new Hl7Acknowledgement(failed().code, message, Optional.of(new Hl7Error("", 0, Hl7Error.INTERNAL, why)));
    }

    /**
     * Returns the acknowledgement message.
     *
     * @param id control id of the acknowledgement
     * @return empty when the sender wants none
     */
    public String text(String id, Instant now) {
        return code == Hl7AcknowledgementCode.NONE ? "" : new Hl7AcknowledgementWriter(id, now).write(this);
    }

    private static Hl7AcknowledgementCode code(
            Er7Message message, String when, Hl7AcknowledgementCode application, Hl7AcknowledgementCode commit) {
        String acceptMode = message.header().get(15);
        String applicationMode = message.header().get(16);
        boolean isOriginalMode = acceptMode.isEmpty() && applicationMode.isEmpty();
        if (isOriginalMode || isWanted(applicationMode, when)) {
            return application;
        }
        return isWanted(acceptMode, when) ? commit : Hl7AcknowledgementCode.NONE;
    }

    private static boolean isWanted(String mode, String when) {
        return mode.equals("AL") || mode.equals(when);
    }
}
