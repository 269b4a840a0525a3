package org.vigie.signal.masking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts a word in place of each direct identifier of a text. A measured value with its unit is never masked. Safe for several threads.
 */
public final class TextMasker {
    /** Longer texts are cut before they are masked, so that no text takes long. */
    private static final int LONGEST = 4_000;

    private final NameFinder names = new NameFinder();
    private final List<IdentifierPattern> patterns = IdentifierPattern.all();
    private final ClinicalValues values = new ClinicalValues();

    /** Masks a text. */
    public MaskedText mask(String text) {
        return mask(text, KnownNames.NONE);
    }

    /**
     * Masks a text that comes with names.
     *
     * @param known names that are masked wherever they stand
     */
    public MaskedText mask(String text, KnownNames known) {
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        List<MaskedSpan> kept = new ArrayList<>();
        List<MaskedSpan> clinical = values.find(cut);
        patterns.stream().flatMap(pattern -> pattern.find(cut)).forEach(span -> keep(span, kept, clinical));
        names.find(cut).forEach(span -> keep(span, kept, clinical));
        known.find(cut).forEach(span -> keep(span, kept, clinical));
        kept.sort(Comparator.comparingInt(MaskedSpan::from));
        return new MaskedText(replaced(cut, kept), kept);
    }

    /** Keeps the part of a place that no clinical value has. A longer name replaces the shorter ones inside it. */
    private static void keep(MaskedSpan span, List<MaskedSpan> kept, List<MaskedSpan> clinical) {
        Optional<MaskedSpan> free = beside(span, clinical);
        free.ifPresent(part -> keep(part, kept));
    }

    /** Returns the part of a place before the first clinical value inside it; empty when it begins with one. */
    private static Optional<MaskedSpan> beside(MaskedSpan span, List<MaskedSpan> clinical) {
        int to = clinical.stream()
                .filter(span::overlaps)
                .mapToInt(MaskedSpan::from)
                .min()
                .orElse(span.to());
        return to > span.from() ? Optional.of(new MaskedSpan(span.from(), to, span.kind())) : Optional.empty();
    }

    private static void keep(MaskedSpan span, List<MaskedSpan> kept) {
        List<MaskedSpan> shorter = kept.stream()
                .filter(other ->
                        other.kind() == MaskKind.NAME && span.from() <= other.from() && other.to() <= span.to())
                .toList();
        kept.removeAll(shorter);
        if (kept.stream().noneMatch(span::overlaps)) {
            kept.add(span);
        } else {
            kept.addAll(shorter);
        }
    }

    private static String replaced(String text, List<MaskedSpan> spans) {
        StringBuilder masked = new StringBuilder();
        int from = 0;
        for (MaskedSpan span : spans) {
            masked.append(text, from, span.from()).append(span.kind().word());
            from = span.to();
        }
        return masked.append(text, from, text.length()).toString();
    }
}
