package org.vigie.gateway.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.Outcome;
import org.vigie.gateway.codes.SenderClock;

/** Messages of these tests and what becomes of them, in words: {@code TST/61 770061 hr 31.0}, {@code OBX-14 no time}. */
final class Read {
    static final Hl7Reader READER = new Hl7Reader(CodeMap.standard(), SenderRules.in(SenderClock.DEFAULT_ZONE));

    private Read() {}

    /** Patient 880021 on bed REA/21, with these rows. */
    static String oru(String... rows) {
        return header("ORU^R01", "20260610120000+0200")
                + "PID|||880021^^^VALBRUME^PI||TILLEUL^MARC\rPV1||I|REA^^21\rOBR|1|||1^m^L|||20260610115955+0200\r"
                + String.join("\r", rows) + "\r";
    }

    static String header(String type, String time) {
        return "MSH|^~\\&|FIELDMON|VALBRUME|VIGIE|VALBRUME|" + time + "||" + type + "|f1|P|2.6\r";
    }

    static Outcome of(String message) {
        return READER.read("", message.getBytes(StandardCharsets.UTF_8));
    }

    static Outcome arrived(String time, String message) {
        return READER.receivedAt(Instant.parse(time)).read("", message.getBytes(StandardCharsets.UTF_8));
    }

    /** The parts of a file. */
    static List<Outcome> file(String file) {
        return MessageFile.split(file.getBytes(StandardCharsets.UTF_8)).stream()
                .map(part -> READER.read("", part))
                .toList();
    }

    /** What was kept, then what was left out. */
    static List<String> words(Outcome outcome) {
        Stream<String> kept = outcome.observations().stream()
                .map(one -> one.bed() + " " + one.patient() + " " + one.variable() + " " + one.value());
        return Stream.concat(kept, left(outcome)).toList();
    }

    /** The value or the reason alone. */
    static List<String> values(Outcome outcome) {
        Stream<String> kept = outcome.observations().stream().map(one -> one.variable() + " " + one.value());
        return Stream.concat(kept, left(outcome)).toList();
    }

    static List<String> times(Outcome outcome) {
        Stream<String> kept =
                outcome.observations().stream().map(one -> one.time().toString());
        return Stream.concat(kept, left(outcome)).toList();
    }

    private static Stream<String> left(Outcome outcome) {
        return outcome.dropped().stream().map(one -> one.field() + " " + one.reason());
    }
}
