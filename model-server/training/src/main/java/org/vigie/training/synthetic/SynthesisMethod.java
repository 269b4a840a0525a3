package org.vigie.training.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import org.vigie.training.feature.LabelledStay;

/** Lists the ways to make synthetic stays. Both resample recorded stays; neither is a model of patients. */
public enum SynthesisMethod {
    /** A recorded stay with noise. */
    JITTER,
    /** A stay between two near recorded ones. */
    SMOTE;

    /** Returns the name as it is typed on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Makes stays with ids from 1, the deaths first.
     *
     * @param members recorded stays, at least two with each outcome that is asked for
     * @param deaths number of new stays that end in death
     * @param survivors number of new stays that do not
     * @param done receives the number of stays made so far
     * @throws IllegalArgumentException when fewer than two recorded stays have an outcome that is asked for
     */
    public List<LabelledStay> synthesize(
            List<LabelledStay> members, int deaths, int survivors, long seed, IntConsumer done) {
        StaySynthesizer made = synthesizer(SeriesSpread.of(members));
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledStay> synthetic = new ArrayList<>();
        for (int id = 1; id <= deaths + survivors; id++) {
            synthetic.add(made.synthesize(id, with(members, id <= deaths), random));
            done.accept(id);
        }
        return synthetic;
    }

    private StaySynthesizer synthesizer(SeriesSpread spread) {
        return switch (this) {
            case JITTER -> new JitterSynthesizer(spread);
            case SMOTE -> new NeighbourSynthesizer(spread);
        };
    }

    private static List<LabelledStay> with(List<LabelledStay> members, boolean died) {
        List<LabelledStay> some =
                members.stream().filter(stay -> stay.died() == died).toList();
        if (some.size() < 2) {
            throw new IllegalArgumentException("synthesis needs two recorded stays with each outcome, had "
                    + some.size() + (died ? " deaths" : " survivors"));
        }
        return some;
    }
}
