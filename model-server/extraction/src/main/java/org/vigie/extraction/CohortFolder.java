package org.vigie.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.schemas.variable.VariableNames;

/**
 * Writes a cohort in the form of PhysioNet-2012: {@code set-a/<RecordID>.txt} for each stay, {@code Outcomes-a.txt}, and {@code stays.csv}
 * with the ids, units and lengths of the warehouse. A file of a stay is whole or does not exist.
 */
record CohortFolder(Path directory) {
    private static final int FACT_ROWS = 7;
    private static final String TEMPORARY = ".part";

    private Path set() {
        return directory.resolve("set-a");
    }

    private Path file(int record) {
        return set().resolve(record + ".txt");
    }

    boolean holds(int record) {
        return Files.exists(file(record));
    }

    /** Writes one stay. */
    void write(int record, WarehouseStay stay, StaySeries series) throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "Time,Parameter,Value",
                "00:00,RecordID," + record,
                "00:00,Age," + stay.age().orElse(-1),
                "00:00,Gender," + stay.sexNumber(),
                "00:00,Height," + series.fact(VariableNames.HEIGHT),
                "00:00,ICUType," + stay.unitNumber(),
                "00:00,Weight," + series.fact(VariableNames.WEIGHT)));
        lines.addAll(series.rows());
        replace(file(record), lines);
    }

    /** Writes the outcomes of all stays. */
    void writeOutcomes(Map<Integer, WarehouseStay> stays) throws IOException {
        List<String> outcomes =
                new ArrayList<>(List.of("RecordID,SAPS-I,SOFA,Length_of_stay,Survival,In-hospital_death"));
        stays.forEach((record, stay) -> outcomes.add(outcome(record, stay)));
        replace(directory.resolve("Outcomes-a.txt"), outcomes);
    }

    /**
     * Writes which stay of the warehouse each number stands for, before the first file of a stay.
     *
     * @throws IOException when the folder holds another stay under one of the numbers: its file would get the outcome of a stranger
     */
    void writeStays(Map<Integer, WarehouseStay> stays) throws IOException {
        Path file = directory.resolve("stays.csv");
        Map<Integer, Long> before = Files.exists(file) ? numbered(file) : Map.of();
        List<String> ids = new ArrayList<>(List.of("RecordID,stay_id,person_id,admitted,care_unit,hours"));
        for (Map.Entry<Integer, WarehouseStay> each : stays.entrySet()) {
            long known = before.getOrDefault(each.getKey(), each.getValue().id());
            if (known != each.getValue().id()) {
                throw new IOException("%s: number %d stands for stay %d, and the warehouse now has stay %d there; "
                                .formatted(
                                        file,
                                        each.getKey(),
                                        known,
                                        each.getValue().id())
                        + "choose another folder for --out");
            }
            ids.add(ids(each.getKey(), each.getValue()));
        }
        replace(file, ids);
    }

    private static Map<Integer, Long> numbered(Path file) throws IOException {
        Map<Integer, Long> numbered = new TreeMap<>();
        for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] fields = line.split(",", 3);
            numbered.put(Integer.valueOf(fields[0]), Long.valueOf(fields[1]));
        }
        return numbered;
    }

    private static String ids(int record, WarehouseStay stay) {
        String unit = '"' + stay.careUnit().replace("\"", "\"\"") + '"';
        double hours = stay.length().toMinutes() / 60.0;
        return String.format(
                Locale.ROOT, "%d,%d,%s,%s,%s,%.2f", record, stay.id(), stay.person(), stay.admitted(), unit, hours);
    }

    private static String outcome(int record, WarehouseStay stay) {
        long length = stay.daysTo(stay.leftHospital());
        return "%d,-1,-1,%d,%d,%d".formatted(record, length, stay.daysTo(stay.died()), stay.diedInHospital() ? 1 : 0);
    }

    /** Returns the number of measurements in the files of some stays. */
    long events(Iterable<Integer> records) throws IOException {
        long events = 0;
        for (int record : records) {
            try (Stream<String> lines = Files.lines(file(record))) {
                events += lines.count() - FACT_ROWS;
            }
        }
        return events;
    }

    /** Writes a file beside its place and moves it there. */
    void replace(Path file, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(file.getFileName() + TEMPORARY);
        Files.write(part, lines);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
