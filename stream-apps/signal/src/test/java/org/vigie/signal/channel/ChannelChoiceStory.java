package org.vigie.signal.channel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.signal.clean.CleaningReason;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.clean.Reading;

/** Tells which source of a bed is followed after each message. */
abstract class ChannelChoiceStory {
    static final Instant START = Instant.parse("2026-06-10T10:00:00Z");

    static final String CO2 = "MDC_DEV_ANALY_AWAY_MULTI_PARAM_VMD 1.20.1.1";

    static final String IMPEDANCE = "MDC_DEV_ECG_RESP_VMD 1.6.1.1";

    BedSources sources = BedSources.NONE;

    Instant now = START;

    /** Holds one reading of a test message with its device and cleaning reason. */
    record StoryReading(String device, Reading reading, CleaningReason reason) {}

    static StoryReading storyReading(String variable, String channel) {
        return storyReading(variable, channel, CleaningReason.NONE);
    }

    static StoryReading storyReading(String variable, String channel, CleaningReason reason) {
        return new StoryReading("gate|monitor", reading(variable, channel), reason);
    }

    static Reading reading(String variable, String channel) {
        return new Reading(variable, 14, "", "", MeasurementStatus.VALID, START, channel);
    }

    List<String> after(int seconds, StoryReading... message) {
        now = now.plusSeconds(seconds);
        return followed(List.of(message));
    }

    /** Returns the followed channels of one device's message. */
    List<String> followed(List<StoryReading> message) {
        List<Reading> readings = message.stream().map(StoryReading::reading).toList();
        ChannelChoice choice = ChannelChoice.of(
                message.get(0).device(),
                readings,
                message.stream().map(StoryReading::reason).toList(),
                now,
                sources);
        sources = choice.after();
        List<String> followed = new ArrayList<>();
        for (int index = 0; index < readings.size(); index++) {
            if (choice.followed().get(index)) {
                followed.add(readings.get(index).channel());
            }
        }
        return followed;
    }
}
