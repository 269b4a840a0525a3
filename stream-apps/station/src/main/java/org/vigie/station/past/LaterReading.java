package org.vigie.station.past;

import org.jspecify.annotations.Nullable;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.JudgedReading;
import org.vigie.signal.clean.ChannelKey;

/**
 * Holds a reading that came after an earlier situation.
 *
 * @param message in which it came
 */
record LaterReading(CleanObservation message, JudgedReading reading) {
    /**
     * Returns whether it withdraws or corrects an earlier value of its variable and instant. That is a value of its own channel; in another channel it
     * is the value that it names, where both channels may be the same source.
     *
     * @param number of the earlier value; null when it was withdrawn
     */
    boolean isOf(String source, String device, String channel, @Nullable Double number) {
        return source.equals(message.getSource()) && device.equals(message.getDevice()) && isOf(channel, number);
    }

    private boolean isOf(String channel, @Nullable Double number) {
        return reading.getChannel().isEmpty()
                || reading.getChannel().equals(channel)
                || (isRelatedTo(channel)
                        && number != null
                        && reading.getWithdraws().contains(number));
    }

    private boolean isRelatedTo(String channel) {
        return new ChannelKey(reading.getVariable(), reading.getChannel())
                .isRelatedTo(new ChannelKey(reading.getVariable(), channel));
    }
}
