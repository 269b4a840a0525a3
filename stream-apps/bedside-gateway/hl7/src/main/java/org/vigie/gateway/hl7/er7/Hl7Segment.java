package org.vigie.gateway.hl7.er7;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Represents a segment, divided into fields on first use. A missing field is the empty string, and so is HL7's explicit null, {@code ""}.
 * Numbers count from 1 as in the standard. MSH-1 is the separator itself.
 */
public final class Hl7Segment {
    private static final String NULL = "\"\"";
    private static final int TYPICAL_FIELDS = 24;
    private static final int TYPICAL_PARTS = FieldDivider.TYPICAL_PARTS;

    private final String text;
    private final int from;
    private final int to;
    private final Hl7Delimiters delimiters;
    private final boolean isHeader;
    private final FieldDivider divider;

    private int[] starts;
    private String[] raws;
    private int fields;

    Hl7Segment(String text, int from, int to, Hl7Delimiters delimiters) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.delimiters = delimiters;
        this.isHeader = text.startsWith("MSH", from);
        this.divider = new FieldDivider(text.startsWith("OBX", from));
    }

    public Hl7Delimiters delimiters() {
        return delimiters;
    }

    public boolean is(String name) {
        return text.startsWith(name, from);
    }

    public String name() {
        return text.substring(from, Math.min(from + 3, to));
    }

    /** Returns the position of the end of the segment in the message. */
    int end() {
        return to;
    }

    /** Returns a whole field with its repetitions and escapes. */
    public String raw(int field) {
        if (isHeader && field == 1) {
            return String.valueOf(delimiters.field());
        }
        cut();
        int index = isHeader ? field - 1 : field;
        if (index < 1 || index > fields) {
            return "";
        }
        if (raws[index] == null) {
            raws[index] = trimmed(index);
        }
        return raws[index];
    }

    private String trimmed(int index) {
        String raw = divider.trimmed(text, starts[index], end(index));
        return raw.equals(NULL) ? "" : raw;
    }

    public boolean has(int field) {
        return !raw(field).isEmpty();
    }

    /** Returns the first sub-component of the first component of the first repetition. */
    public String get(int field) {
        return get(field, 1);
    }

    /** Returns the first sub-component of one component of the first repetition. */
    public String get(int field, int component) {
        return component(first(raw(field)), component);
    }

    /** Returns the sub-components of one component of the first repetition. */
    public List<String> parts(int field, int component) {
        List<String> parts = divider.split(
                divider.piece(first(raw(field)), delimiters.component(), component), delimiters.subcomponent());
        parts.replaceAll(this::decoded);
        return parts;
    }

    /** Returns a field of plain text. Separators in it belong to the text. */
    public String words(int field) {
        return delimiters.unescape(raw(field));
    }

    /** Returns every repetition of a field, as sent. */
    public List<String> repetitions(int field) {
        String raw = raw(field);
        if (raw.indexOf(delimiters.repetition()) < 0) {
            return raw.isEmpty() ? List.of() : List.of(raw);
        }
        return divider.split(raw, delimiters.repetition());
    }

    /** Returns every component of a repetition, unescaped. */
    public List<String> components(String repetition) {
        List<String> parts = divider.split(repetition, delimiters.component());
        parts.replaceAll(this::decoded);
        return parts;
    }

    /** Returns true when a repetition has one component with one sub-component. */
    public boolean isPlain(String repetition) {
        return repetition.indexOf(delimiters.component()) < 0 && repetition.indexOf(delimiters.subcomponent()) < 0;
    }

    /**
     * Returns the first component of the first repetition, for a type without sub-components. An unescaped separator of sub-components
     * stays, so that a part of a word is never taken for the word.
     */
    public String word(int field) {
        return word(first(raw(field)), 1);
    }

    /** Returns one component of a repetition, for a type without sub-components. */
    public String word(String repetition, int component) {
        return decoded(divider.piece(repetition, delimiters.component(), component));
    }

    /** Returns every sub-component of every component of a repetition, unescaped. */
    public List<String> pieces(String repetition) {
        List<String> pieces = new ArrayList<>(TYPICAL_PARTS);
        for (String component : divider.split(repetition, delimiters.component())) {
            pieces.addAll(divider.split(component, delimiters.subcomponent()));
        }
        pieces.replaceAll(this::decoded);
        return pieces;
    }

    /** Returns the first sub-component of one component of a repetition. */
    public String component(String repetition, int number) {
        return decoded(
                divider.piece(divider.piece(repetition, delimiters.component(), number), delimiters.subcomponent(), 1));
    }

    private String first(String raw) {
        return divider.piece(raw, delimiters.repetition(), 1);
    }

    private String decoded(String part) {
        String plain = delimiters.unescape(part).trim();
        return plain.equals(NULL) ? "" : plain;
    }

    private int end(int index) {
        return index < fields ? starts[index + 1] - 1 : to;
    }

    private void cut() {
        if (starts != null) {
            return;
        }
        starts = new int[TYPICAL_FIELDS];
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == delimiters.field()) {
                begin(i + 1);
            }
        }
        raws = new String[fields + 1];
    }

    private void begin(int start) {
        if (++fields == starts.length) {
            starts = Arrays.copyOf(starts, 2 * fields);
        }
        starts[fields] = start;
    }

    @Override
    public String toString() {
        return text.substring(from, to);
    }
}
