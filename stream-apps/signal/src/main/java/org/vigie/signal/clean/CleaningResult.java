package org.vigie.signal.clean;

import java.util.List;

/**
 * Holds the result of cleaning one message.
 *
 * @param verdicts verdict on each reading, in their order
 * @param channels the device's channels after the message
 */
public record CleaningResult(List<Verdict> verdicts, DeviceChannels channels) {
    public CleaningResult {
        verdicts = List.copyOf(verdicts);
    }

    /** Returns a result in which every reading has the same reason and withdraws nothing. */
    public static CleaningResult all(CleaningReason reason, List<Reading> readings, DeviceChannels channels) {
        return new CleaningResult(
                readings.stream()
                        .map(reading -> new Verdict(reason, List.of(), reading.measuredAt()))
                        .toList(),
                channels);
    }

    /** Returns the reason of each verdict, in their order. */
    public List<CleaningReason> reasons() {
        return verdicts.stream().map(Verdict::reason).toList();
    }
}
