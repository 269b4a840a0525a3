package org.vigie.gateway.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.gateway.hl7.er7.Hl7MessageFile;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.read.SenderClock;
import org.vigie.terminology.CodeMap;

/**
 * Creates messages for these tests and writes their results as text: {@code TST/61 770061 hr 31.0}, {@code OBX-14 no
 * time}.
 */
public final class Hl7TestMessages {
    static final Hl7Reader READER = new Hl7Reader(CodeMap.standard(), SenderRules.in(SenderClock.DEFAULT_ZONE));

    private Hl7TestMessages() {}

    /** Patient 880021 on bed REA/21, with these rows. */
    public static String oru(String... rows) {
        return header("ORU^R01", "20260610120000+0200")
                + "PID|||880021^^^VALBRUME^PI||TILLEUL^MARC\rPV1||I|REA^^21\rOBR|1|||1^m^L|||20260610115955+0200\r"
                + String.join("\r", rows) + "\r";
    }

    public static String header(String type, String time) {
        return "MSH|^~\\&|FIELDMON|VALBRUME|VIGIE|VALBRUME|" + time + "||" + type + "|f1|P|2.6\r";
    }

    public static MessageOutcome of(String message) {
        return READER.read(message.getBytes(StandardCharsets.UTF_8));
    }

    public static MessageOutcome arrived(String time, String message) {
        return READER.receivedAt(Instant.parse(time)).read(message.getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of a file. */
    public static List<MessageOutcome> file(String file) {
        return new Hl7MessageFile(file.getBytes(StandardCharsets.UTF_8))
                .messages().stream().map(part -> READER.read(part)).toList();
    }

    /** What was kept, then what was left out. */
    public static List<String> words(MessageOutcome outcome) {
        Stream<String> kept = outcome.observations().stream()
                .map(one -> one.bed() + " " + one.patient() + " " + one.variable() + " " + one.value());
        return Stream.concat(kept, left(outcome)).toList();
    }

    /** The value or the reason alone. */
    public static List<String> values(MessageOutcome outcome) {
        Stream<String> kept = outcome.observations().stream().map(one -> one.variable() + " " + one.value());
        return Stream.concat(kept, left(outcome)).toList();
    }

    public static List<String> times(MessageOutcome outcome) {
        Stream<String> kept =
                outcome.observations().stream().map(one -> one.time().toString());
        return Stream.concat(kept, left(outcome)).toList();
    }

    private static Stream<String> left(MessageOutcome outcome) {
        return outcome.dropped().stream().map(one -> one.field() + " " + one.reason());
    }
}
