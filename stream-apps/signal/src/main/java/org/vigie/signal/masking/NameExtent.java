package org.vigie.signal.masking;

import java.util.List;
import java.util.Optional;

/**
 * Finds how far a name reaches in a text.
 *
 * @param words of the text
 * @param names decides for single words
 */
record NameExtent(List<TextWord> words, NameWords names) {
    private static final int LONGEST = 5;
    private static final int PARTICLES = 2;

    /** Returns the place of the name that begins with a word; empty when that word begins none. */
    Optional<MaskedSpan> from(int first) {
        int to = first;
        while (to < words.size() && to - first < LONGEST && belongs(first, to)) {
            to++;
        }
        while (to > first && words.get(to - 1).isParticle()) {
            to--;
        }
        return to == first
                ? Optional.empty()
                : Optional.of(new MaskedSpan(
                        words.get(first).from(), words.get(to - 1).to(), MaskKind.NAME));
    }

    /** Returns the first word of the name that holds a word. */
    int beginning(int at) {
        int first = at;
        while (first > 0 && at - first < LONGEST && isNeighbour(first, first - 1)) {
            first--;
        }
        int particles = first;
        while (particles > 0 && first - particles < PARTICLES && beginsWithParticle(particles)) {
            particles--;
        }
        return particles;
    }

    /** Returns whether the word beside another one can be its family name. */
    boolean isNeighbour(int at, int other) {
        return other >= 0
                && other < words.size()
                && names.isNeighbour(words.get(other))
                && words.get(Math.max(at, other)).follows(",");
    }

    /** Returns the next word that is no particle: {@code Bihan} after {@code Tiphaine} in {@code Tiphaine Le Bihan}. */
    int afterParticles(int at) {
        int next = at + 1;
        while (next < words.size() - 1
                && next - at <= PARTICLES
                && words.get(next).isParticle()) {
            next++;
        }
        return next;
    }

    private boolean belongs(int first, int at) {
        TextWord word = words.get(at);
        return (at == first || word.follows("-'’")) && (names.isName(word) || leadsToName(at));
    }

    /** {@code de La Tour}: one particle or two, then a name. */
    private boolean leadsToName(int at) {
        int next = afterParticles(at);
        return words.get(at).isParticle()
                && next < words.size()
                && words.get(next).follows("'’")
                && names.isName(words.get(next));
    }

    /** {@code De Almeida}: a particle with a capital letter begins a name. */
    private boolean beginsWithParticle(int at) {
        TextWord before = words.get(at - 1);
        return words.get(at).follows("'’")
                && before.isParticle()
                && Character.isUpperCase(before.text().charAt(0));
    }
}
