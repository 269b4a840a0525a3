package org.vigie.gateway.publish;

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
            "OBR", List.of(10, 16, 28, 32, 33, 34, 35),
            "ORC", List.of(10, 11, 12, 19),
            "OBX", List.of(16, 25),
            "ROL", List.of(4),
            "PRT", List.of(5),
            "EVN", List.of(5));

    private static final int SHORTEST_HEADER = 8;
    private static final int SEPARATORS = 3;
    private static final int NAME_PARTS = 3;

    /** Returns the names; none for a message of another form. */
    KnownNames all() {
        List<String> names = new ArrayList<>();
        // The character set that a sender names is not always the one that it uses.
        for (var charset : List.of(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1)) {
            String text = new String(raw, charset);
            if (text.startsWith("MSH") && text.length() > SHORTEST_HEADER) {
                text.lines().forEach(segment -> addNames(segment, text.substring(SEPARATORS), names));
            }
        }
        return KnownNames.of(names);
    }

    /** @param separators of the message: field, component, repetition, escape, part of a component */
    private static void addNames(String segment, String separators, List<String> names) {
        String[] fields = segment.split(Pattern.quote(separators.substring(0, 1)), -1);
        add(fields, PERSONS.getOrDefault(fields[0], List.of()), 0, separators, names);
        add(fields, STAFF.getOrDefault(fields[0], List.of()), 1, separators, names);
    }

    private static void add(String[] fields, List<Integer> numbers, int first, String separators, List<String> names) {
        String component = Pattern.quote(separators.substring(1, 2));
        String repetition = Pattern.quote(separators.substring(2, 3));
        numbers.stream()
                .filter(number -> number < fields.length)
                .flatMap(number -> Stream.of(fields[number].split(repetition, -1)))
                .map(value -> value.split(component, -1))
                .flatMap(parts -> Stream.of(parts).skip(first).limit(NAME_PARTS))
                .forEach(names::add);
    }
}
