package org.vigie.bench.variability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.datasets.BidmcReader;
import org.vigie.recordings.datasets.MimicIvDemoReader;
import org.vigie.recordings.datasets.Physionet2012Reader;
import org.vigie.schemas.variable.VariableNames;

/**
 * Holds the signs of the stays of one data set, at even steps.
 *
 * @param label name of the data set with the number of its stays
 * @param stays series of each stay by sign; a sign with too few values is left out
 */
record RecordedStays(String label, List<Map<String, EvenSeries>> stays) {
    private static final int HOUR = 3_600;
    private static final int EVERY_STAY = 10_000;
    private static final int FEWEST_SECONDS = 400;
    private static final int FEWEST_HOURS = 12;
    private static final List<String> SIGNS = List.of(
            VariableNames.HR,
            VariableNames.RR,
            VariableNames.SPO2,
            VariableNames.ABP_SYS,
            VariableNames.ABP_DIA,
            VariableNames.TEMP);

    /** Reads the values of every second of BIDMC, with the difference between pulse and heart rate. */
    static RecordedStays bidmc(Path directory) throws IOException {
        List<Map<String, EvenSeries>> stays = BidmcReader.read(directory).stream()
                .map(recording -> {
                    Map<String, EvenSeries> signs = signs(recording, 1, FEWEST_SECONDS);
                    EvenSeries pulse = EvenSeries.of(recording, VariableNames.PULSE_SPO2, 1);
                    EvenSeries difference = pulse.minus(EvenSeries.of(recording, VariableNames.HR, 1));
                    if (difference.count() >= FEWEST_SECONDS) {
                        signs.put("pulse_difference", difference);
                    }
                    return signs;
                })
                .toList();
        return new RecordedStays("BIDMC records 1 to 40", stays);
    }

    /** Reads the hourly values of the patients of set A who left the hospital alive. */
    static RecordedStays physionet(Path directory) throws IOException {
        Set<String> survivors = survivors(directory.resolve("physionet2012").resolve("Outcomes-a.txt"));
        return hourly(
                "PhysioNet-2012 set A survivors",
                Physionet2012Reader.read(directory, 0, EVERY_STAY).stream()
                        .filter(recording -> survivors.contains(recording.id())));
    }

    private static Set<String> survivors(Path outcomes) throws IOException {
        try (Stream<String> lines = Files.lines(outcomes)) {
            return lines.filter(line -> line.endsWith(",0"))
                    .map(line -> "physionet2012-" + line.substring(0, line.indexOf(',')))
                    .collect(Collectors.toSet());
        }
    }

    /** Reads the hourly values of every stay of the MIMIC-IV demo. */
    static RecordedStays mimic(Path directory) throws IOException {
        return hourly("MIMIC-IV demo", MimicIvDemoReader.read(directory, 0, EVERY_STAY).stream());
    }

    private static RecordedStays hourly(String label, Stream<StayRecording> recordings) {
        return new RecordedStays(
                label, recordings.map(each -> signs(each, HOUR, FEWEST_HOURS)).toList());
    }

    private static Map<String, EvenSeries> signs(StayRecording recording, long step, int fewest) {
        Map<String, EvenSeries> signs = new LinkedHashMap<>();
        for (String sign : SIGNS) {
            EvenSeries series = EvenSeries.of(recording, sign, step);
            if (series.count() >= fewest) {
                signs.put(sign, series);
            }
        }
        return signs;
    }

    /** Returns the series of one sign of every stay that has it. */
    List<EvenSeries> series(String sign) {
        return stays.stream()
                .map(stay -> stay.get(sign))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Returns the name of the data set and the number of stays with a sign. */
    String source(String sign) {
        return label + ", n=" + series(sign).size();
    }
}
