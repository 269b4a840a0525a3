package org.vigie.bench.streams;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.vigie.records.EnumMappings;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;

/** Applies the cleaning rules to a load in the calling thread, without topics, state or bytes. */
record CleaningRulesRun(WardLoad load) {
    /** Returns what the second of two runs cost. The first one warms the compiler up. */
    ThreadUsage measure() {
        judgeAll(messages(load.beds() * 60));
        List<List<Reading>> messages = messages((int) load.messages());
        return ThreadUsage.of(() -> judgeAll(messages));
    }

    private List<List<Reading>> messages(int count) {
        var random = new Random(1);
        Instant start = Instant.parse("2026-03-01T08:00:00Z");
        return IntStream.range(0, count)
                .mapToObj(number -> readings(WardLoad.message(
                        number % load.beds(), number / load.beds(), start.plusSeconds(number / load.beds()), random)))
                .toList();
    }

    static List<Reading> readings(Observation message) {
        return message.getReadings().stream().map(CleaningRulesRun::reading).toList();
    }

    private static Reading reading(ReadingRecord sent) {
        return new Reading(
                sent.getVariable(),
                sent.getValue(),
                "",
                sent.getUnit(),
                EnumMappings.MEASUREMENT_STATUS.toRule(sent.getStatus()),
                sent.getMeasuredAt(),
                sent.getChannel());
    }

    private void judgeAll(List<List<Reading>> messages) {
        DeviceChannels[] devices = new DeviceChannels[load.beds()];
        Arrays.fill(devices, DeviceChannels.SILENT);
        for (int number = 0; number < messages.size(); number++) {
            int bed = number % load.beds();
            List<Reading> readings = messages.get(number);
            Instant at = readings.get(0).measuredAt();
            devices[bed] = ReadingCleaner.judge(readings, new ArrivalTimes(at, at), devices[bed])
                    .channels();
        }
    }
}
