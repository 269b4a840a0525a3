package org.vigie.gateway.hl7;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * How a message wants to be acknowledged (MSH-15, MSH-16), and the ACK itself.
 *
 * <p>Neither field filled is the original mode: AA, AE or AR always. Otherwise MSH-15 asks for an accept acknowledgement (CA, CE,
 * CR) and MSH-16 for an application's (AA, AE, AR): AL always, NE never, ER on refusal, SU on success. One answer is sent: the
 * application's where it is wanted, since what is stored is all there is to do here.
 */
public final class Hl7Acknowledgement {
    /** No answer is wanted. */
    public static final String NONE = "none";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ").withZone(ZoneOffset.UTC);

    private final Er7Message message;
    private final String accept;
    private final String application;

    private Hl7Acknowledgement(Er7Message message) {
        this.message = message;
        this.accept = message.header().get(15);
        this.application = message.header().get(16);
    }

    public static Hl7Acknowledgement of(Er7Message message) {
        return new Hl7Acknowledgement(message);
    }

    /** The code that a malformed message gets: AR where nothing of it can be read. */
    static String refusal(byte[] message) {
        try {
            return of(Er7Message.cut(Hl7CharsetDecoder.decode(message))).refused();
        } catch (MalformedHl7Message e) {
            return "AR";
        }
    }

    /** It is stored. */
    public String accepted() {
        return message.isAnswer() ? NONE : code('A', "SU");
    }

    /** It could not be stored: the sender may try again. */
    public String failed() {
        return code('E', "ER");
    }

    /** It cannot be read: the sender must not try again. */
    public String refused() {
        return code('R', "ER");
    }

    private String code(char verdict, String onlyWhen) {
        if (accept.isEmpty() && application.isEmpty()) {
            return "A" + verdict;
        }
        if (application.equals("AL") || application.equals(onlyWhen)) {
            return "A" + verdict;
        }
        return accept.equals("AL") || accept.equals(onlyWhen) ? "C" + verdict : NONE;
    }

    /**
     * The acknowledgement of a message that was read.
     *
     * @param id its own control id
     * @param error empty, or the reason of AE and CE
     */
    public String text(String code, String id, Instant now, String error) {
        return write(message, code, id, now, error, "", 0, MalformedHl7Message.INTERNAL);
    }

    /** The refusal of a message that lacks something; AR to nobody when not even a header can be cut. */
    public static String refusal(byte[] bytes, String id, Instant now, MalformedHl7Message why) {
        Er7Message message;
        try {
            message = Er7Message.cut(Hl7CharsetDecoder.decode(bytes));
        } catch (MalformedHl7Message e) {
            return refusalOfUnknown(id, now, why);
        }
        String code = of(message).refused();
        return code.equals(NONE)
                ? ""
                : write(message, code, id, now, why.getMessage(), why.segment(), why.field(), why.code());
    }

    private static String refusalOfUnknown(String id, Instant now, MalformedHl7Message why) {
        return "MSH|^~\\&|VIGIE||||" + TIME.format(now) + "||ACK|" + id + "|P|2.6\rMSA|AR|\r"
                + error("|", "2.6", why.segment(), why.field(), why.code(), why.getMessage()) + "\r";
    }

    private static String write(
            Er7Message message,
            String code,
            String id,
            Instant now,
            String error,
            String segment,
            int field,
            int number) {
        Hl7Segment header = message.header();
        String version = header.get(12).isEmpty() ? "2.6" : header.get(12);
        String bar = header.raw(1);
        String event = header.get(9, 2);
        String type = event.isEmpty() ? "ACK" : "ACK" + header.raw(2).charAt(0) + event;
        StringBuilder text = new StringBuilder(256);
        text.append("MSH").append(bar).append(header.raw(2)).append(bar);
        append(text, bar, header.raw(5), header.raw(6), header.raw(3), header.raw(4), TIME.format(now), "", type, id);
        append(text, bar, header.get(11).isEmpty() ? "P" : header.raw(11), version);
        if (header.has(18)) {
            append(text, bar, "", "", "", "", "", header.raw(18));
        }
        text.setLength(text.length() - 1);
        text.append("\rMSA")
                .append(bar)
                .append(code)
                .append(bar)
                .append(header.raw(10))
                .append('\r');
        if (!error.isEmpty()) {
            text.append(error(bar, version, segment, field, number, error)).append('\r');
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String bar, String... fields) {
        for (String field : fields) {
            text.append(field).append(bar);
        }
    }

    /** ERR as of 2.5: where, HL7's number, severity, words; before that: all in ERR-1. */
    private static String error(String bar, String version, String segment, int field, int number, String words) {
        String plain = words.replaceAll("[^A-Za-z0-9 .,:'()/-]", " ");
        boolean old = version.compareTo("2.5") < 0;
        String place = segment.isEmpty() ? "" : segment + "^1" + (field > 0 ? "^" + field : old ? "^" : "");
        if (old) {
            return "ERR" + bar + place + "^" + number + "&" + plain + "&HL70357";
        }
        return "ERR" + bar + bar + place + bar + number + "^" + plain + "^HL70357" + bar + "E" + bar + bar + bar + bar
                + plain;
    }
}
