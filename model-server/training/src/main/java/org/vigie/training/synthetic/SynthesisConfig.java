package org.vigie.training.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.adversarial.TrainingBudget;

/**
 * Says how synthetic stays are made.
 *
 * @param training budget of a method that trains a network
 */
public record SynthesisConfig(SynthesisMethod method, long seed, TrainingBudget training) {
    /**
     * Makes stays with ids from 1, the deaths first.
     *
     * @param members recorded stays, at least two with each outcome that is asked for
     * @param deaths number of new stays that end in death
     * @param survivors number of new stays that do not
     * @throws IllegalArgumentException when fewer than two recorded stays have an outcome that is asked for
     */
    public List<LabelledStay> synthesize(
            List<LabelledStay> members, int deaths, int survivors, SynthesisListener listener) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledStay> synthetic = new ArrayList<>();
        try (StaySynthesizer made = method.synthesizer(members, this, listener)) {
            for (int id = 1; id <= deaths + survivors; id++) {
                synthetic.add(made.synthesize(id, with(members, id <= deaths), random));
                listener.made(id);
            }
        }
        return synthetic;
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
