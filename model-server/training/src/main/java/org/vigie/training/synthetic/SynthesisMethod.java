package org.vigie.training.synthetic;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.adversarial.AdversarialConfig;
import org.vigie.training.learn.adversarial.AdversarialTrainer;

/** Lists the ways to make synthetic stays. The first two resample recorded stays and are baselines. */
public enum SynthesisMethod {
    /** A recorded stay with noise. */
    JITTER,
    /** A stay between two near recorded ones. */
    SMOTE,
    /** A stay of a generative adversarial network. */
    GAN;

    /** Returns the name as it is typed on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    StaySynthesizer synthesizer(List<LabelledStay> members, SynthesisConfig settings, SynthesisListener listener) {
        return switch (this) {
            case JITTER -> new JitterSynthesizer(SeriesSpread.of(members));
            case SMOTE -> new NeighbourSynthesizer(SeriesSpread.of(members));
            case GAN ->
                new NetworkSynthesizer(new AdversarialTrainer(
                                AdversarialConfig.defaults(settings.seed()),
                                settings.training(),
                                InstantSource.system(),
                                listener::trained)
                        .train(members));
        };
    }
}
