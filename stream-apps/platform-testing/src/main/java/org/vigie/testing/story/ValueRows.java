package org.vigie.testing.story;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;

/** Reads rows of values, one row per variable: {@code 82 84 - 97x20}. */
final class ValueRows {
    private static final String NOTHING = "-";

    private final Map<String, List<String>> wordsByVariable = new LinkedHashMap<>();
    private CleaningOutcomeRecord outcome = CleaningOutcomeRecord.KEPT;
    private CleaningReasonRecord reason = CleaningReasonRecord.NONE;

    void put(String variable, String values) {
        wordsByVariable.put(
                variable,
                Arrays.stream(values.split(" ", -1))
                        .flatMap(ValueRows::repeated)
                        .toList());
    }

    void setVerdict(CleaningOutcomeRecord ofAll, CleaningReasonRecord because) {
        outcome = ofAll;
        reason = because;
    }

    int steps() {
        return wordsByVariable.values().stream().mapToInt(List::size).max().orElse(0);
    }

    List<BedReading> readings(int step, Instant measuredAt) {
        List<BedReading> readings = new ArrayList<>();
        wordsByVariable.forEach((variable, words) -> {
            if (step < words.size() && !words.get(step).equals(NOTHING)) {
                readings.add(
                        BedReading.ofWord(variable, words.get(step), measuredAt).judged(outcome, reason));
            }
        });
        return readings;
    }

    void clear() {
        wordsByVariable.clear();
    }

    private static Stream<String> repeated(String word) {
        return word.matches("[^x]+x\\d+")
                ? Collections.nCopies(
                        Integer.parseInt(word.substring(word.indexOf('x') + 1)), word.substring(0, word.indexOf('x')))
                        .stream()
                : Stream.of(word);
    }
}
