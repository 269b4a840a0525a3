package org.vigie.training.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.vigie.signal.feature.Statics;
import org.vigie.training.feature.Example;

/**
 * What a model's answers about one set are worth.
 *
 * @param threshold of event 1 and the confusion matrices
 * @param thresholdInHindsight true when the threshold was chosen on this very set, so that event 1 flatters
 * @param hours by ascending hours seen
 * @param subgroups with the most hours seen; those without a stay are left out
 */
public record Judgement(
        int stays,
        int deaths,
        double threshold,
        boolean thresholdInHindsight,
        Bootstrap bootstrap,
        List<AtHours> hours,
        List<OfGroup> subgroups) {
    public Judgement {
        hours = List.copyOf(hours);
        subgroups = List.copyOf(subgroups);
    }

    /**
     * With this many hours of each stay seen.
     *
     * @param bestThreshold the one with the highest event 1 on this very set
     */
    public record AtHours(
            int hours,
            Map<Score, Estimate> scores,
            Confusion confusion,
            double sensitivity,
            double specificity,
            double precision,
            double bestThreshold,
            double bestEvent1,
            List<Decile> calibration) {}

    /** @param scores empty when all of them lived or all died */
    public record OfGroup(String name, int stays, int deaths, Map<Score, Estimate> scores) {
        /** @param members places among the examples */
        public static OfGroup of(
                String name,
                int[] members,
                List<Example> examples,
                float[] probabilities,
                double threshold,
                Bootstrap bootstrap) {
            float[] theirs = new float[members.length];
            boolean[] died = new boolean[members.length];
            int deaths = 0;
            for (int i = 0; i < members.length; i++) {
                theirs[i] = probabilities[members[i]];
                died[i] = examples.get(members[i]).died();
                deaths += died[i] ? 1 : 0;
            }
            boolean judged = deaths > 0 && deaths < members.length;
            return new OfGroup(
                    name, members.length, deaths, judged ? bootstrap.estimate(theirs, died, threshold) : Map.of());
        }
    }

    /**
     * @param probabilities by hours seen, one for each example
     * @param threshold when empty, the best one with the most hours seen is taken, and said to be in hindsight
     * @throws IllegalArgumentException when all lived or all died
     */
    public static Judgement of(
            List<Example> examples,
            NavigableMap<Integer, float[]> probabilities,
            OptionalDouble threshold,
            Bootstrap bootstrap) {
        boolean[] died = died(examples);
        float[] last = probabilities.lastEntry().getValue();
        double used = threshold.orElseGet(() -> Metrics.curve(last, died).bestThreshold());
        List<AtHours> hours = new ArrayList<>();
        probabilities.forEach((seen, some) -> hours.add(atHours(seen, some, died, used, bootstrap)));
        List<OfGroup> subgroups = Subgroup.all().stream()
                .map(group -> ofGroup(group, examples, last, used, bootstrap))
                .filter(group -> group.stays() > 0)
                .toList();
        int deaths = (int) examples.stream().filter(Example::died).count();
        return new Judgement(examples.size(), deaths, used, threshold.isEmpty(), bootstrap, hours, subgroups);
    }

    /** Who died, in the examples' order. */
    public static boolean[] died(List<Example> examples) {
        boolean[] died = new boolean[examples.size()];
        for (int i = 0; i < died.length; i++) {
            died[i] = examples.get(i).died();
        }
        return died;
    }

    private static AtHours atHours(
            int hours, float[] probabilities, boolean[] died, double threshold, Bootstrap bootstrap) {
        Confusion confusion = Confusion.at(threshold, probabilities, died);
        double best = Metrics.curve(probabilities, died).bestThreshold();
        return new AtHours(
                hours,
                bootstrap.estimate(probabilities, died, threshold),
                confusion,
                confusion.sensitivity(),
                confusion.specificity(),
                confusion.precision(),
                best,
                Confusion.at(best, probabilities, died).event1(),
                Metrics.deciles(probabilities, died));
    }

    private static OfGroup ofGroup(
            Subgroup group, List<Example> examples, float[] probabilities, double threshold, Bootstrap bootstrap) {
        int[] members = IntStream.range(0, examples.size())
                .filter(i -> group.members().test(statics(examples.get(i))))
                .toArray();
        return OfGroup.of(group.name(), members, examples, probabilities, threshold, bootstrap);
    }

    private static Statics statics(Example example) {
        return example.stay().statics();
    }
}
