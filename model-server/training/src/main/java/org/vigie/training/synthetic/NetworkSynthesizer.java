package org.vigie.training.synthetic;

import java.util.List;
import java.util.SplittableRandom;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.adversarial.StayCondition;
import org.vigie.training.learn.adversarial.StayGenerator;

/** Makes a stay with a trained generator. Its outcome, age band, sex and kind of unit are those of a recorded stay; nothing else is. */
record NetworkSynthesizer(StayGenerator generator) implements StaySynthesizer {
    @Override
    public LabelledStay synthesize(int id, List<LabelledStay> stays, SplittableRandom random) {
        return generator.generate(id, StayCondition.of(stays.get(random.nextInt(stays.size()))), random);
    }

    @Override
    public void close() {
        generator.close();
    }
}
