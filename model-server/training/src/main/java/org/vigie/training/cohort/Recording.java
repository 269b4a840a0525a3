package org.vigie.training.cohort;

import java.util.List;
import org.vigie.signal.feature.Statics;

/** One recorded stay. It may hold no measurement at all: such a stay gets a score too. */
public record Recording(int id, Statics statics, List<Measurement> measurements) {
    public Recording {
        measurements = List.copyOf(measurements);
    }
}
