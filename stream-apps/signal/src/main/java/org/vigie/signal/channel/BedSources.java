package org.vigie.signal.channel;

import java.util.Map;

/** The sources of each continuous variable at one bed, by the variable's name. Immutable. */
public record BedSources(Map<String, VariableSources> byVariable) {
    /** Of a bed where nothing was heard. */
    public static final BedSources NONE = new BedSources(Map.of());

    public BedSources {
        byVariable = Map.copyOf(byVariable);
    }
}
