package org.vigie.signal.clean;

import java.util.List;

/**
 * What was decided of one message.
 *
 * @param verdicts one per reading, in their order
 * @param channels the device's channels after the message
 */
public record CleaningResult(List<Verdict> verdicts, DeviceChannels channels) {
    public CleaningResult {
        verdicts = List.copyOf(verdicts);
    }

    /** Gives every reading of a message the same reason; none takes anything back. */
    public static CleaningResult all(CleaningReason reason, List<Reading> readings, DeviceChannels channels) {
        return new CleaningResult(
                readings.stream()
                        .map(reading -> new Verdict(reason, List.of(), reading.measuredAt()))
                        .toList(),
                channels);
    }

    /** The reason of each verdict, in their order. */
    public List<CleaningReason> reasons() {
        return verdicts.stream().map(Verdict::reason).toList();
    }
}
