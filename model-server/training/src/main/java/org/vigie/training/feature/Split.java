package org.vigie.training.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Stays to learn from and stays held out, with the same share of deaths in both. */
public record Split(List<Example> learnt, List<Example> heldOut) {
    public Split {
        learnt = List.copyOf(learnt);
        heldOut = List.copyOf(heldOut);
    }

    /** Holds out every {@code nth} stay of a seeded shuffle. */
    public static Split of(List<Example> examples, int nth, long seed) {
        List<Example> learnt = new ArrayList<>();
        List<Example> heldOut = new ArrayList<>();
        examples.stream()
                .collect(Collectors.partitioningBy(Example::died))
                .values()
                .forEach(group -> {
                    List<Example> shuffled = new ArrayList<>(group);
                    Collections.shuffle(shuffled, new Random(seed));
                    for (int i = 0; i < shuffled.size(); i++) {
                        (i % nth == 0 ? heldOut : learnt).add(shuffled.get(i));
                    }
                });
        return new Split(learnt, heldOut);
    }
}
