package org.vigie.signal.clean;

import java.util.Comparator;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Identifies one source of a variable within one device. Two sources of one variable are cleaned separately.
 *
 * @param variable name in the catalogue
 * @param channel source within the device; empty when the sender names none
 */
public record ChannelKey(String variable, String channel) {
    static final Comparator<ChannelKey> ORDER =
            Comparator.comparing(ChannelKey::variable).thenComparing(ChannelKey::channel);

    /** Returns how often the variable is measured. */
    SamplingMode sampling() {
        return VariableCatalogue.standard().get(variable).sampling();
    }

    /** Returns true when the variable is streamed by a monitor. */
    public boolean isContinuous() {
        return sampling() == SamplingMode.CONTINUOUS;
    }

    static ChannelKey of(Reading reading) {
        return new ChannelKey(reading.variable(), reading.channel());
    }

    /**
     * Returns true when both keys may be the same source: one has no name, or is a part of the other ({@code TEMP 1.26.1} and {@code TEMP
     * 1.26.1.2}).
     */
    public boolean isRelatedTo(ChannelKey other) {
        return variable.equals(other.variable)
                && (channel.isEmpty() || other.channel.isEmpty() || isPartOf(other) || other.isPartOf(this));
    }

    private boolean isPartOf(ChannelKey other) {
        return channel.startsWith(other.channel + ".");
    }
}
