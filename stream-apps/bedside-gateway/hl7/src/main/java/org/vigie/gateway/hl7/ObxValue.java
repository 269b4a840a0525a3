package org.vigie.gateway.hl7;

import java.util.List;
import org.vigie.gateway.codes.Reason;

/** The number in one repetition of OBX-5, or why there is none. */
sealed interface ObxValue {
    record Numeric(double value) implements ObxValue {}

    record None(Reason reason) implements ObxValue {}

    /** @param type OBX-2 */
    static ObxValue of(Segment obx, String type, String repetition) {
        return switch (type) {
            case "NM", "" -> number(obx, repetition);
            case "SN" -> structured(obx.components(repetition));
            case "ST", "TX", "FT", "CE", "CWE", "CNE", "CF", "IS", "ID", "CX", "EI", "SI" -> text(obx, repetition);
            case "NR" -> new None(Reason.SEVERAL_NUMBERS);
            case "NA", "MA", "CD" -> new None(Reason.WAVEFORM);
            case "ED", "RP" -> new None(Reason.DOCUMENT);
            default -> new None(Reason.NOT_A_NUMBER);
        };
    }

    private static ObxValue number(Segment obx, String repetition) {
        if (obx.isPlain(repetition)) {
            return number(obx.component(repetition, 1), Reason.NOT_A_NUMBER);
        }
        int filled = 0;
        for (String part : obx.components(repetition)) {
            filled += part.isEmpty() ? 0 : 1;
        }
        return filled > 1
                ? new None(Reason.SEVERAL_NUMBERS)
                : number(obx.component(repetition, 1), Reason.NOT_A_NUMBER);
    }

    /** Some senders call their numbers text. */
    private static ObxValue text(Segment obx, String repetition) {
        String words = obx.component(repetition, 1);
        return obx.components(repetition).size() > 1 ? new None(Reason.TEXT) : number(words, Reason.TEXT);
    }

    /** A number, a bound ({@code <5}, {@code >=10}), or two in one ({@code 120/80}). */
    private static ObxValue number(String words, Reason otherwise) {
        if (words.length() > 1 && (words.charAt(0) == '<' || words.charAt(0) == '>') && isNumber(words.substring(1))) {
            return new None(Reason.BOUND);
        }
        int stroke = words.indexOf('/');
        boolean two = stroke > 0 && isNumber(words.substring(0, stroke)) && isNumber(words.substring(stroke + 1));
        return two ? new None(Reason.SEVERAL_NUMBERS) : plain(words, otherwise);
    }

    private static boolean isNumber(String words) {
        return plain((words.startsWith("=") ? words.substring(1) : words).trim(), Reason.TEXT) instanceof Numeric;
    }

    /** SN: comparator, number, separator, number; often the number alone, in the comparator's place. */
    private static ObxValue structured(List<String> parts) {
        String comparator = parts.get(0);
        String first = parts.size() > 1 ? parts.get(1) : "";
        boolean more = parts.size() > 2
                && !(parts.get(2).isEmpty() && (parts.size() < 4 || parts.get(3).isEmpty()));
        if (more) {
            return new None(Reason.SEVERAL_NUMBERS);
        }
        return switch (comparator) {
            case "", "=" -> plain(first, Reason.NOT_A_NUMBER);
            case "<", ">", "<=", ">=", "<>" -> new None(Reason.BOUND);
            default -> first.isEmpty() ? plain(comparator, Reason.NOT_A_NUMBER) : new None(Reason.NOT_A_NUMBER);
        };
    }

    private static ObxValue plain(String words, Reason otherwise) {
        double value = Numbers.read(words);
        return Double.isNaN(value) ? new None(otherwise) : new Numeric(value);
    }
}
