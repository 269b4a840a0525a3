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
import org.vigie.training.feature.Stay;

/** A row for each stay and number of hours, by ascending id, then hours. What a model does not say is an empty field. */
public final class PredictionFile {
    /** The columns. */
    public static final String HEAD = "RecordID,hours,probability,los_days,survival_1,survival_7,survival_30,abstained";

    private static final List<Integer> DAYS = List.of(1, 7, 30);

    private PredictionFile() {}

    /**
     * The file is there only when it is whole.
     *
     * @param forecasts by hours seen, one for each of the stays
     */
    public static Path write(Path file, List<Stay> stays, NavigableMap<Integer, List<Forecast>> forecasts)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEAD));
        for (int stay = 0; stay < stays.size(); stay++) {
            for (var atHours : forecasts.entrySet()) {
                lines.add(stays.get(stay).id() + "," + atHours.getKey() + ","
                        + line(atHours.getValue().get(stay)));
            }
        }
        Path whole = file.toAbsolutePath();
        Files.createDirectories(whole.getParent());
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        Files.write(part, lines);
        return Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String line(Forecast forecast) {
        return Stream.of(
                        Stream.of(number(forecast.probability()), number(forecast.losDays())),
                        DAYS.stream().map(days -> number(forecast.survival(days))),
                        Stream.of(
                                forecast.abstained().map(PredictionFile::quoted).orElse("")))
                .flatMap(fields -> fields)
                .collect(Collectors.joining(","));
    }

    private static String number(float value) {
        return Float.isNaN(value) ? "" : String.format(Locale.ROOT, "%.9f", value);
    }

    private static String quoted(String words) {
        return '"' + words.replace("\"", "\"\"") + '"';
    }
}
