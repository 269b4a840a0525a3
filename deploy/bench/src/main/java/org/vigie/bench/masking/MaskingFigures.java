package org.vigie.bench.masking;

import java.util.List;

/**
 * Holds how well a masker masks a set of texts.
 *
 * @param texts number of texts
 * @param identifiers number of marked identifiers
 * @param masks number of masks
 * @param missed identifiers of which a letter or digit stayed
 * @param wronglyMasked masks without a marked identifier
 * @param lostValues clinical values that did not stay
 */
record MaskingFigures(
        int texts,
        int identifiers,
        int masks,
        List<String> missed,
        List<String> wronglyMasked,
        List<String> lostValues) {
    MaskingFigures {
        missed = List.copyOf(missed);
        wronglyMasked = List.copyOf(wronglyMasked);
        lostValues = List.copyOf(lostValues);
    }

    /** Returns the share of the identifiers that are masked whole. */
    public double recall() {
        return 1 - missed.size() / (double) identifiers;
    }

    /** Returns the share of the masks that mask an identifier. */
    public double precision() {
        return 1 - wronglyMasked.size() / (double) masks;
    }
}
