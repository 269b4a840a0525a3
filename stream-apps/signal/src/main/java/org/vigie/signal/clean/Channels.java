package org.vigie.signal.clean;

import java.util.Map;

/** The channels of one device at one bed by variable name; only variables of the catalogue have one. Immutable. */
public record Channels(Map<String, Channel> byVariable) {
    /** Of a device that has said nothing. */
    public static final Channels SILENT = new Channels(Map.of());

    public Channels {
        byVariable = Map.copyOf(byVariable);
    }
}
