package org.vigie.gateway.hl7.obx;

import java.util.List;
import java.util.Set;
import org.vigie.gateway.hl7.er7.Hl7Segment;
import org.vigie.gateway.hl7.field.Hl7NumberParser;
import org.vigie.terminology.DropReason;

/** Represents the number in one repetition of OBX-5, or the reason why there is none. */
public sealed interface ObxValue {
    /** Holds the number that was sent. */
    record NumericObxValue(double value) implements ObxValue {}

    /** Holds the reason why no number was sent. */
    record MissingObxValue(DropReason reason) implements ObxValue {}

    /** The other data types of HL7 (table 0125). They hold no number. */
    Set<String> OTHER_TYPES = Set.of(
            "AD", "AUI", "CCD", "CCP", "CK", "CN", "CP", "CSU", "CQ", "DDI", "DIN", "DLD", "DLN", "DLT", "DR", "DT",
            "DTM", "DTN", "EIP", "ELD", "ERL", "FC", "FN", "GTS", "HD", "ICD", "JCC", "LA1", "LA2", "MO", "MOC", "MOP",
            "MSG", "NDL", "OCD", "OSD", "OSP", "PCF", "PI", "PIP", "PL", "PLN", "PN", "PPN", "PRL", "PT", "PTA", "QIP",
            "QSC", "RCD", "RFR", "RI", "RMC", "RPT", "SAD", "SCV", "SPD", "SPS", "SRT", "TM", "TN", "TQ", "TS", "UVC",
            "VH", "VID", "VR", "WVI", "WVS", "XAD", "XCN", "XON", "XPN", "XTN");

    /**
     * Reads one repetition.
     *
     * @param type data type of the value (OBX-2)
     */
    static ObxValue of(Hl7Segment obx, String type, String repetition) {
        return switch (type) {
            case "NM" -> number(obx, repetition);
            case "" -> untyped(obx, repetition);
            case "SN" -> structured(obx.components(repetition));
            case "ST", "TX", "FT", "CE", "CWE", "CNE", "CF", "IS", "ID", "CX", "EI", "SI" -> text(obx, repetition);
            case "NR" -> new MissingObxValue(DropReason.SEVERAL_NUMBERS);
            case "NA", "MA", "CD" -> new MissingObxValue(DropReason.WAVEFORM);
            case "ED", "RP" -> new MissingObxValue(DropReason.DOCUMENT);
            default ->
                new MissingObxValue(OTHER_TYPES.contains(type) ? DropReason.NOT_A_NUMBER : DropReason.UNKNOWN_TYPE);
        };
    }

    /** Reads a number. A number has neither components nor sub-components: when several are filled, none is used. */
    private static ObxValue number(Hl7Segment obx, String repetition) {
        if (obx.isPlain(repetition)) {
            return number(obx.word(repetition, 1), DropReason.NOT_A_NUMBER);
        }
        List<String> pieces = obx.pieces(repetition);
        long filled = pieces.stream().filter(piece -> !piece.isEmpty()).count();
        return filled > 1
                ? new MissingObxValue(DropReason.SEVERAL_NUMBERS)
                : number(pieces.get(0), DropReason.NOT_A_NUMBER);
    }

    /** Reads a value without a data type, as some monitors send it. Only a number is accepted. */
    private static ObxValue untyped(Hl7Segment obx, String repetition) {
        ObxValue read = number(obx, repetition);
        return read.equals(new MissingObxValue(DropReason.NOT_A_NUMBER))
                ? new MissingObxValue(DropReason.UNKNOWN_TYPE)
                : read;
    }

    /** Reads a text. Some senders send numbers as text. */
    private static ObxValue text(Hl7Segment obx, String repetition) {
        return obx.isPlain(repetition)
                ? number(obx.word(repetition, 1), DropReason.TEXT)
                : new MissingObxValue(DropReason.TEXT);
    }

    /** Reads a number, a bound ({@code <5}, {@code >=10}), or two numbers ({@code 120/80}). */
    private static ObxValue number(String words, DropReason otherwise) {
        if (words.length() > 1 && (words.charAt(0) == '<' || words.charAt(0) == '>') && isNumber(words.substring(1))) {
            return new MissingObxValue(DropReason.BOUND);
        }
        int stroke = words.indexOf('/');
        boolean two = stroke > 0 && isNumber(words.substring(0, stroke)) && isNumber(words.substring(stroke + 1));
        return two ? new MissingObxValue(DropReason.SEVERAL_NUMBERS) : plain(words, otherwise);
    }

    private static boolean isNumber(String words) {
        return plain((words.startsWith("=") ? words.substring(1) : words).trim(), DropReason.TEXT)
                instanceof NumericObxValue;
    }

    /**
     * Reads a structured numeric (SN): comparator, number, separator, number. Many senders write the number in the place of the comparator.
     */
    private static ObxValue structured(List<String> parts) {
        String comparator = parts.get(0);
        String first = parts.size() > 1 ? parts.get(1) : "";
        if (hasSecondNumber(parts)) {
            return new MissingObxValue(DropReason.SEVERAL_NUMBERS);
        }
        return switch (comparator) {
            case "", "=" -> plain(first, DropReason.NOT_A_NUMBER);
            case "<", ">", "<=", ">=", "<>" -> new MissingObxValue(DropReason.BOUND);
            default ->
                first.isEmpty()
                        ? plain(comparator, DropReason.NOT_A_NUMBER)
                        : new MissingObxValue(DropReason.NOT_A_NUMBER);
        };
    }

    private static boolean hasSecondNumber(List<String> parts) {
        boolean isEmpty = parts.size() > 2
                && parts.get(2).isEmpty()
                && (parts.size() < 4 || parts.get(3).isEmpty());
        return parts.size() > 2 && !isEmpty;
    }

    private static ObxValue plain(String words, DropReason otherwise) {
        double value = Hl7NumberParser.read(words);
        return Double.isNaN(value) ? new MissingObxValue(otherwise) : new NumericObxValue(value);
    }
}
