package org.vigie.bench.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.schemas.Truth;

/** Finds the sensor fault or the nursing activity behind an alarm. */
final class DisturbanceTruths {
    /** An alarm of a disturbance may come one hold time after its end. */
    private static final Duration AFTERMATH = Duration.ofSeconds(30);

    private static final String NAMES = " of ";

    private final Map<String, List<Truth>> byBed;

    DisturbanceTruths(List<Truth> truths) {
        byBed = truths.stream().collect(Collectors.groupingBy(Truth::getBed));
    }

    /** Returns the first disturbance that can have made an alarm; empty when everything was in order. */
    Optional<Truth> behind(BenchAlarm alarm) {
        return byBed.getOrDefault(alarm.bed(), List.of()).stream()
                .filter(truth -> covers(truth, alarm.at()))
                .filter(truth -> alarm.technical() || concerns(truth, alarm))
                .findFirst();
    }

    private static boolean covers(Truth truth, Instant at) {
        return new DeteriorationTruths.EffectInterval(
                        truth.getFrom(), truth.getUntil().plus(AFTERMATH))
                .covers(at);
    }

    /** Returns whether a disturbance changes what an alarm is about. An artefact of the scripted patients names no variables. */
    private static boolean concerns(Truth truth, BenchAlarm alarm) {
        String detail = truth.getDetail();
        return !detail.contains(":")
                || Arrays.stream(detail.substring(detail.indexOf(NAMES) + NAMES.length())
                                .split(" "))
                        .anyMatch(variable ->
                                alarm.isAbout(AlarmCondition.of(variable).name()));
    }

    /** Returns {@code nursing} or {@code fault}. */
    static String cause(Truth truth) {
        return truth.getDetail().startsWith("nursing:") ? "nursing" : "fault";
    }
}
