package org.vigie.signal.channel;

import java.util.Map;

/** Holds the sources of each continuous variable at one bed, by variable name. Immutable. */
public record BedSources(Map<String, VariableSources> byVariable) {
    /** Sources of a bed without readings. */
    public static final BedSources NONE = new BedSources(Map.of());

    public BedSources {
        byVariable = Map.copyOf(byVariable);
    }
}
