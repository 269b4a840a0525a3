package org.vigie.signal.clean;

import java.util.Comparator;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Names what one source of a variable says within one device: two sources of one variable are judged apart.
 *
 * @param variable name in the catalogue
 * @param channel which source within the device; empty when the sender names none
 */
public record ChannelKey(String variable, String channel) {
    static final Comparator<ChannelKey> ORDER =
            Comparator.comparing(ChannelKey::variable).thenComparing(ChannelKey::channel);

    /** How often the variable is measured. */
    SamplingMode sampling() {
        return VariableCatalogue.standard().get(variable).sampling();
    }

    static ChannelKey of(Reading reading) {
        return new ChannelKey(reading.variable(), reading.channel());
    }

    /**
     * Whether both may be the same source: one of them is unnamed, or named as a part of the other ({@code TEMP 1.26.1} and
     * {@code TEMP 1.26.1.2}).
     */
    boolean isRelatedTo(ChannelKey other) {
        return variable.equals(other.variable)
                && (channel.isEmpty() || other.channel.isEmpty() || isPartOf(other) || other.isPartOf(this));
    }

    private boolean isPartOf(ChannelKey other) {
        return channel.startsWith(other.channel + ".");
    }
}
