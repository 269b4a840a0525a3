package org.vigie.training.synthetic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.training.feature.HourlyStay;
import org.vigie.training.feature.LabelledStay;

/**
 * Places a stay between a recorded one and one of its five nearest with the same outcome. An hour that only one of them measured is taken
 * with the probability of its side.
 *
 * <p>Source: Chawla NV et al. SMOTE: synthetic minority over-sampling technique. J Artif Intell Res 2002;16:321-357, for hourly series.
 */
final class NeighbourSynthesizer implements StaySynthesizer {
    private static final int NEIGHBOURS = 5;

    private final SeriesSpread spread;
    private final Map<Integer, StayProfile> profiles = new HashMap<>();

    NeighbourSynthesizer(SeriesSpread spread) {
        this.spread = spread;
    }

    @Override
    public LabelledStay synthesize(int id, List<LabelledStay> stays, SplittableRandom random) {
        LabelledStay one = stays.get(random.nextInt(stays.size()));
        List<LabelledStay> near = nearest(one, stays);
        LabelledStay other = near.get(random.nextInt(near.size()));
        return between(id, one, other, random);
    }

    private List<LabelledStay> nearest(LabelledStay one, List<LabelledStay> stays) {
        StayProfile profile = profile(one);
        return stays.stream()
                .filter(stay -> stay.stay().id() != one.stay().id())
                .sorted(Comparator.comparingDouble(stay -> profile.distance(profile(stay))))
                .limit(NEIGHBOURS)
                .toList();
    }

    private StayProfile profile(LabelledStay stay) {
        return profiles.computeIfAbsent(stay.stay().id(), id -> StayProfile.of(stay, spread));
    }

    private static LabelledStay between(int id, LabelledStay one, LabelledStay other, SplittableRandom random) {
        double share = random.nextDouble();
        HourlyCells from = HourlyCells.of(one);
        HourlyCells to = HourlyCells.of(other);
        HourlyCells mixed = HourlyCells.empty();
        for (int cell = 0; cell < mixed.values().length; cell++) {
            mix(cell, share, from, to, mixed, random);
        }
        LabelledStay nearer = share < 0.5 ? one : other;
        StaticFeatures facts = nearer.stay().statics();
        double age = (1 - share) * one.stay().statics().age()
                + share * other.stay().statics().age();
        StaticFeatures mixedFacts =
                new StaticFeatures(Math.rint(age), facts.sex(), facts.heightCm(), facts.weightKg(), facts.unit());
        return new LabelledStay(new HourlyStay(id, mixed.grid(), mixedFacts), one.died());
    }

    private static void mix(
            int cell, double share, HourlyCells from, HourlyCells to, HourlyCells mixed, SplittableRandom random) {
        if (from.isMeasured(cell) && to.isMeasured(cell)) {
            mixed.set(cell, (1 - share) * from.values()[cell] + share * to.values()[cell]);
        } else if (from.isMeasured(cell) && random.nextDouble() >= share) {
            mixed.set(cell, from.values()[cell]);
        } else if (to.isMeasured(cell) && random.nextDouble() < share) {
            mixed.set(cell, to.values()[cell]);
        }
    }
}
