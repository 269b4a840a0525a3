package org.vigie.training.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.training.feature.HourlyStay;

/**
 * Writes predictions as CSV: a row for each stay and number of hours, by ascending id, then hours. A missing prediction is an empty field.
 * Where the model would abstain on the ward, {@code abstained} is 1 and the row holds its numbers nevertheless.
 */
public record PredictionFile(Path file) {
    /** The header. */
    public static final String HEAD = "RecordID,hours,probability,los_days,survival_1,survival_7,survival_30,abstained";

    private static final List<Integer> DAYS = List.of(1, 7, 30);

    /**
     * Writes all rows. The file appears only when it is complete.
     *
     * @param assessments by hours seen, one for each of the stays
     */
    public Path write(List<HourlyStay> stays, NavigableMap<Integer, List<SurvivalAssessment>> assessments)
            throws IOException {
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.write(part, lines(stays, assessments));
        return Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> lines(
            List<HourlyStay> stays, NavigableMap<Integer, List<SurvivalAssessment>> assessments) {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (int stay = 0; stay < stays.size(); stay++) {
            for (var atHours : assessments.entrySet()) {
                lines.add(stays.get(stay).id() + "," + atHours.getKey() + ","
                        + line(atHours.getValue().get(stay)));
            }
        }
        return lines;
    }

    private static String line(SurvivalAssessment assessment) {
        return Stream.of(
                        Stream.of(number(assessment.probability()), number(assessment.losDays())),
                        DAYS.stream().map(days -> number(assessment.survivalAfter(days))),
                        Stream.of(assessment.abstained() ? "1" : "0"))
                .flatMap(fields -> fields)
                .collect(Collectors.joining(","));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.9f", value);
    }
}
