package org.vigie.signal.masking;

import java.util.List;

/**
 * Holds a text without direct identifiers.
 *
 * @param text with a word in place of each identifier
 * @param spans places of the identifiers in the text before, in order; none overlaps another
 */
public record MaskedText(String text, List<MaskedSpan> spans) {
    public MaskedText {
        spans = List.copyOf(spans);
    }
}
