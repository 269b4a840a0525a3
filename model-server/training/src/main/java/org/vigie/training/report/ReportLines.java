package org.vigie.training.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.training.evaluate.Estimate;
import org.vigie.training.evaluate.Judgement;
import org.vigie.training.evaluate.Score;

/** A judgement for the console: a line for each number of hours seen. */
public final class ReportLines {
    private ReportLines() {}

    public static List<String> of(Judgement judgement) {
        return judgement.hours().stream()
                .map(at -> "%2d h seen: %s".formatted(at.hours(), scores(at.scores())))
                .toList();
    }

    private static String scores(Map<Score, Estimate> scores) {
        return scores.entrySet().stream()
                .map(entry -> entry.getKey().label() + " " + Html.estimate(entry.getValue()))
                .collect(Collectors.joining(", "));
    }
}
