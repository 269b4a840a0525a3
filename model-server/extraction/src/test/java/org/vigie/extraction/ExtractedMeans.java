package org.vigie.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes the mean vital signs of each stay and minute from the files of an extracted cohort, within the bounds of {@link
 * VitalSignOracle}.
 */
record ExtractedMeans(Path cohort) {
    private static final Map<String, Double> HIGHEST =
            Map.of("HR", 300.0, "NISysABP", 400.0, "NIDiasABP", 300.0, "NIMAP", 300.0, "RespRate", 70.0, "Temp", 49.0);

    Map<String, Double> means() throws IOException {
        Map<String, Double> means = new TreeMap<>();
        try (Stream<Path> files = Files.list(cohort.resolve("set-a"))) {
            for (Path file : files.toList()) {
                String stay = file.getFileName().toString().replace(".txt", "");
                means.putAll(Files.readAllLines(file).stream()
                        .map(line -> line.split(",", -1))
                        .filter(ExtractedMeans::isCompared)
                        .collect(Collectors.groupingBy(
                                fields -> stay + " " + minute(fields[0]) + " " + fields[1],
                                Collectors.averagingDouble(fields -> Double.parseDouble(fields[2])))));
            }
        }
        return means;
    }

    private static boolean isCompared(String... fields) {
        Double highest = HIGHEST.get(fields[1]);
        double lowest = fields[1].equals("Temp") ? 21.2 : 0;
        return highest != null && Double.parseDouble(fields[2]) > lowest && Double.parseDouble(fields[2]) < highest;
    }

    private static int minute(String time) {
        String[] clock = time.split(":", -1);
        return 60 * Integer.parseInt(clock[0]) + Integer.parseInt(clock[1]);
    }
}
