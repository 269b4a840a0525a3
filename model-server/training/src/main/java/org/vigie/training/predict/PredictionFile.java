package org.vigie.training.predict;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.vigie.training.feature.Stay;

/** {@code RecordID,hours,probability} and a column for each other number the model gives; a row for each stay and number of hours. */
public final class PredictionFile {
    private PredictionFile() {}

    /** Rows by ascending id, then hours. The file is there only when it is whole. */
    public static Path write(Path file, List<Stay> stays, List<Integer> hours, BundlePredictor predictor)
            throws IOException {
        List<Map<String, float[]>> answers =
                hours.stream().map(seen -> predictor.answers(stays, seen)).toList();
        List<String> lines = new ArrayList<>();
        lines.add("RecordID,hours," + String.join(",", predictor.outputs()));
        for (int stay = 0; stay < stays.size(); stay++) {
            for (int i = 0; i < hours.size(); i++) {
                lines.add(stays.get(stay).id() + "," + hours.get(i) + numbers(answers.get(i), stay));
            }
        }
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.write(part, lines);
        return Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String numbers(Map<String, float[]> answers, int stay) {
        StringBuilder numbers = new StringBuilder();
        answers.values().forEach(answer -> numbers.append(String.format(Locale.ROOT, ",%.9f", answer[stay])));
        return numbers.toString();
    }
}
