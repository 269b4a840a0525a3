package org.vigie.signal.masking;

/**
 * Holds the place of one identifier in a text.
 *
 * @param from first character
 * @param to character after the last one
 */
public record MaskedSpan(int from, int to, MaskKind kind) {
    public MaskedSpan {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("span: must be longer than nothing, was " + from + " to " + to);
        }
    }

    boolean overlaps(MaskedSpan other) {
        return from < other.to && other.from < to;
    }
}
