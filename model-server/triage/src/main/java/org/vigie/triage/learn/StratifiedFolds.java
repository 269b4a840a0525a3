package org.vigie.triage.learn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Parts of a sample with about the same mix of levels in each. */
public record StratifiedFolds(List<List<Integer>> parts) {
    public static final int COUNT = 5;

    /** The same seed gives the same parts. */
    public static StratifiedFolds of(int[] levels, long seed) {
        List<List<Integer>> parts = new ArrayList<>();
        IntStream.range(0, COUNT).forEach(part -> parts.add(new ArrayList<>()));
        Random random = new Random(seed);
        int dealt = 0;
        for (int level : Arrays.stream(levels).distinct().sorted().toArray()) {
            List<Integer> places = new ArrayList<>(IntStream.range(0, levels.length)
                    .filter(place -> levels[place] == level)
                    .boxed()
                    .toList());
            Collections.shuffle(places, random);
            for (int place : places) {
                parts.get(dealt++ % COUNT).add(place);
            }
        }
        return new StratifiedFolds(parts);
    }

    /** All places but those of a part, ascending. */
    public List<Integer> without(int part) {
        return IntStream.range(0, COUNT)
                .filter(other -> other != part)
                .boxed()
                .flatMap(other -> parts.get(other).stream())
                .sorted()
                .toList();
    }
}
