package org.vigie.gateway.publish;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.signal.masking.KnownNames;

/**
 * Reads the names of people from the fields of an HL7 v2 message that hold names: its patient, next of kin and staff.
 *
 * @param raw the message as it was received
 */
record Hl7MessageNames(byte[] raw) {
    /** Lists the fields of the type XPN: family name, given name. */
    private static final Map<String, List<Integer>> PERSONS =
            Map.of("PID", List.of(5, 6, 9), "NK1", List.of(2, 26, 30), "GT1", List.of(3));

    /** Lists the fields of the type XCN or CNN: an identifier, then family name and given name. */
    private static final Map<String, List<Integer>> STAFF = Map.of(
            "PV1", List.of(7, 8, 9, 17, 52),
            "OBR", List.of(10, 16, 28),
            "ORC", List.of(10, 11, 12, 19),
            "OBX", List.of(16, 25),
            "ROL", List.of(4),
            "PRT", List.of(5),
            "EVN", List.of(5));

    /** Lists the fields of the type NDL: its first component holds the person, then follow times and a place. */
    private static final Map<String, List<Integer>> READERS = Map.of("OBR", List.of(32, 33, 34, 35));

    private static final int SHORTEST_HEADER = 8;
    private static final int SEPARATORS = 3;
    private static final int SUBCOMPONENT = 4;
    private static final int NAME_PARTS = 3;

    /** Returns the names; none for a message of another form. */
    KnownNames all() {
        List<String> names = new ArrayList<>();
        // The character set that a sender names is not always the one that it uses.
        for (Charset charset : charsets()) {
            String text = new String(raw, charset);
            if (text.startsWith("MSH") && text.length() > SHORTEST_HEADER) {
                String separators = text.substring(SEPARATORS, SHORTEST_HEADER);
                text.lines().forEach(segment -> addNames(segment, separators, names));
            }
        }
        return KnownNames.of(names);
    }

    private List<Charset> charsets() {
        for (byte each : raw) {
            if (each < 0) {
                return List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1);
            }
        }
        return List.of(StandardCharsets.US_ASCII);
    }

    /** @param separators of the message: field, component, repetition, escape, part of a component */
    private static void addNames(String segment, String separators, List<String> names) {
        String[] fields = split(segment, separators.charAt(0));
        values(fields, PERSONS, separators).forEach(value -> add(value, separators.charAt(1), 0, names));
        values(fields, STAFF, separators).forEach(value -> add(value, separators.charAt(1), 1, names));
        values(fields, READERS, separators)
                .map(value -> split(value, separators.charAt(1))[0])
                .forEach(person -> add(person, separators.charAt(SUBCOMPONENT), 1, names));
    }

    /** Returns the repetitions of those fields of a segment that are listed for it. */
    private static Stream<String> values(String[] fields, Map<String, List<Integer>> listed, String separators) {
        return listed.getOrDefault(fields[0], List.of()).stream()
                .filter(number -> number < fields.length)
                .flatMap(number -> Stream.of(split(fields[number], separators.charAt(2))));
    }

    /** @param first part that is a name */
    private static void add(String value, char separator, int first, List<String> names) {
        Stream.of(split(value, separator)).skip(first).limit(NAME_PARTS).forEach(names::add);
    }

    private static String[] split(String value, char separator) {
        return value.split(Pattern.quote(String.valueOf(separator)), -1);
    }
}
