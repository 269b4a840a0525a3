package org.vigie.bench.masking;

import java.util.ArrayList;
import java.util.List;
import org.vigie.signal.masking.MaskedSpan;
import org.vigie.signal.masking.MaskedText;
import org.vigie.signal.masking.TextMasker;

/** Compares what a masker masks with the marks of texts. */
final class MaskingJudgement {
    private final TextMasker masker;
    private final List<String> missed = new ArrayList<>();
    private final List<String> wronglyMasked = new ArrayList<>();
    private final List<String> lostValues = new ArrayList<>();
    private int identifiers;
    private int masks;

    MaskingJudgement(TextMasker masker) {
        this.masker = masker;
    }

    /** Judges every text and returns the figures. */
    MaskingFigures judge(List<MarkedText> texts) {
        texts.forEach(this::judge);
        return new MaskingFigures(texts.size(), identifiers, masks, missed, wronglyMasked, lostValues);
    }

    private void judge(MarkedText marked) {
        MaskedText masked = masker.mask(marked.text());
        identifiers += marked.identifiers().size();
        masks += masked.spans().size();
        marked.identifiers().stream()
                .filter(identifier -> !isCovered(identifier, masked.spans(), marked.text()))
                .forEach(identifier -> missed.add(part(marked, identifier) + " in: " + masked.text()));
        masked.spans().stream()
                .filter(span -> marked.identifiers().stream().noneMatch(identifier -> overlap(span, identifier)))
                .forEach(span -> wronglyMasked.add(part(marked, span) + " in: " + masked.text()));
        marked.values().stream()
                .filter(value -> !masked.text().contains(value))
                .forEach(value -> lostValues.add(value + " in: " + masked.text()));
    }

    private static String part(MarkedText marked, MaskedSpan span) {
        return span.kind() + " '" + marked.text().substring(span.from(), span.to()) + "'";
    }

    /** An identifier is found when each of its letters and digits is masked. */
    private static boolean isCovered(MaskedSpan identifier, List<MaskedSpan> spans, String text) {
        for (int at = identifier.from(); at < identifier.to(); at++) {
            int place = at;
            if (Character.isLetterOrDigit(text.charAt(at))
                    && spans.stream().noneMatch(span -> span.from() <= place && place < span.to())) {
                return false;
            }
        }
        return true;
    }

    private static boolean overlap(MaskedSpan one, MaskedSpan other) {
        return one.from() < other.to() && other.from() < one.to();
    }
}
