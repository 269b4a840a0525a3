package org.vigie.signal.alarm.detect;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.CleaningOutcome;
import org.vigie.signal.clean.CleaningResult;
import org.vigie.signal.clean.CleaningRevision;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.MeasurementStatus;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;

/** Sends the values of one monitor through the cleaning and to the shipped alarm rules, second by second. */
final class CleanedAlarmStory {
    private final AlarmDetectionStory alarms =
            new AlarmDetectionStory(AlarmRuleCatalogue.adultIcu().standard().rules());
    private final CleaningRevision revision;
    private DeviceChannels channels = DeviceChannels.SILENT;
    private Instant now = AlarmDetectionStory.START;

    CleanedAlarmStory(CleaningRevision revision) {
        this.revision = revision;
    }

    /** Sends the same values for some seconds. */
    CleanedAlarmStory send(int seconds, Map<String, Double> values) {
        for (int second = 0; second < seconds; second++) {
            List<Reading> message = new TreeMap<>(values)
                    .entrySet().stream()
                            .map(value -> reading(value.getKey(), value.getValue()))
                            .toList();
            alarms.tell(cleaned(message));
            now = now.plusSeconds(1);
        }
        return this;
    }

    private Map<String, String> cleaned(List<Reading> message) {
        CleaningResult result =
                ReadingCleaner.judge(message, new ArrivalTimes(now, now), channels, InstantHistory.NOTHING, revision);
        channels = result.channels();
        Map<String, String> rows = new LinkedHashMap<>();
        for (int index = 0; index < message.size(); index++) {
            boolean suspect = result.verdicts().get(index).outcome() == CleaningOutcome.SUSPECT;
            Reading reading = message.get(index);
            rows.put(reading.variable(), (suspect ? "?" : "") + reading.value());
        }
        return rows;
    }

    private Reading reading(String variable, double value) {
        String unit = VariableCatalogue.standard().get(variable).unit();
        return new Reading(variable, value, "", unit, MeasurementStatus.VALID, now);
    }

    /** Returns the transitions as {@code rule STATE PRIORITY}. */
    List<String> told() {
        return alarms.told();
    }
}
