package org.vigie.training.cohort;

import java.util.EnumMap;
import java.util.List;
import org.vigie.signal.feature.Statics;

/** One recorded stay. It may hold no measurement at all: such a stay gets a score too. */
public record Recording(int id, Statics statics, List<Measurement> measurements) {
    public Recording {
        measurements = List.copyOf(measurements);
    }

    /** The same stay, had its devices sent these values in place of its own: cleaned as live. */
    public Recording sending(List<Measurement> others) {
        Playback playback = new Playback(new EnumMap<>(Fault.class));
        others.forEach(other -> playback.add(
                other.since(),
                other.variable().name(),
                other.value(),
                other.variable().unit()));
        return new Recording(id, statics, playback.kept());
    }
}
