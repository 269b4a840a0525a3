package org.vigie.gateway.hl7.acknowledgement;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.vigie.gateway.hl7.er7.Er7Message;
import org.vigie.gateway.hl7.er7.Hl7Error;
import org.vigie.gateway.hl7.er7.Hl7Segment;

/**
 * Writes an acknowledgement as an ER7 message (MSH, MSA, ERR) in the sender's own delimiters and version.
 *
 * @param id control id of the acknowledgement
 * @param now its time
 */
record Hl7AcknowledgementWriter(String id, Instant now) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ").withZone(ZoneOffset.UTC);
    private static final String DEFAULT_VERSION = "2.6";

    String write(Hl7Acknowledgement acknowledgement) {
        return acknowledgement
                .message()
                .map(message -> answer(message, acknowledgement))
                .orElseGet(() -> answerWithoutHeader(acknowledgement));
    }

    private String answerWithoutHeader(Hl7Acknowledgement acknowledgement) {
        return "MSH|^~\\&|VIGIE||||" + TIME.format(now) + "||ACK|" + id + "|P|" + DEFAULT_VERSION + "\rMSA|"
                + acknowledgement.code().text() + "|\r" + error("|", DEFAULT_VERSION, acknowledgement.error());
    }

    private String answer(Er7Message message, Hl7Acknowledgement acknowledgement) {
        Hl7Segment header = message.header();
        String version = header.get(12).isEmpty() ? DEFAULT_VERSION : header.get(12);
        String bar = header.raw(1);
        String acknowledged = "MSA" + bar + acknowledgement.code().text() + bar + header.raw(10) + "\r";
        return header(header, version) + "\r" + acknowledged + error(bar, version, acknowledgement.error());
    }

    /** Writes MSH: sender and receiver change places. */
    private String header(Hl7Segment sent, String version) {
        String bar = sent.raw(1);
        String event = sent.get(9, 2);
        String type = event.isEmpty() ? "ACK" : "ACK" + sent.raw(2).charAt(0) + event;
        StringBuilder text = new StringBuilder(256);
        append(text, bar, "MSH", sent.raw(2));
        append(text, bar, sent.raw(5), sent.raw(6), sent.raw(3), sent.raw(4), TIME.format(now), "", type, id);
        append(text, bar, sent.get(11).isEmpty() ? "P" : sent.raw(11), version);
        if (sent.has(18)) {
            append(text, bar, "", "", "", "", "", sent.raw(18));
        }
        return text.substring(0, text.length() - 1);
    }

    private static void append(StringBuilder text, String bar, String... fields) {
        for (String field : fields) {
            text.append(field).append(bar);
        }
    }

    private static String error(String bar, String version, Optional<Hl7Error> error) {
        return error.map(found -> error(bar, version, found) + "\r").orElse("");
    }

    /** Writes ERR as of version 2.5 (location, code, severity, text); older versions have all of it in ERR-1. */
    private static String error(String bar, String version, Hl7Error error) {
        String text = error.text().replaceAll("[^A-Za-z0-9 .,:'()/-]", " ");
        boolean isOld = version.compareTo("2.5") < 0;
        String location = location(error, isOld);
        if (isOld) {
            return "ERR" + bar + location + "^" + error.code() + "&" + text + "&HL70357";
        }
        return "ERR" + bar + bar + location + bar + error.code() + "^" + text + "^HL70357" + bar + "E" + bar + bar + bar
                + bar + text;
    }

    private static String location(Hl7Error error, boolean isOld) {
        String field = error.field() > 0 ? "^" + error.field() : isOld ? "^" : "";
        return error.segment().isEmpty() ? "" : error.segment() + "^1" + field;
    }
}
