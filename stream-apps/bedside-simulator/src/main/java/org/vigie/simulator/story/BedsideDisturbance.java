package org.vigie.simulator.story;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.patient.SimulatedPatient;

/**
 * Describes a nursing activity or a sensor fault that disturbs the monitoring of a bed, from {@code disturbances.csv}. The table names the
 * source of each rate and duration.
 *
 * @param cause {@code nursing} or {@code fault}
 * @param patients {@code all}, {@code line} (with an arterial line) or {@code intubated}
 * @param perDay mean number per bed and day
 * @param medianSeconds median duration; durations are log-normal
 * @param logDeviation standard deviation of the logarithm of the duration
 * @param longest bound of the duration
 * @param cableOff whether the monitor must report it as a technical condition
 */
record BedsideDisturbance(
        String name,
        String cause,
        String patients,
        double perDay,
        double medianSeconds,
        double logDeviation,
        Duration longest,
        boolean cableOff,
        List<DisturbanceEffect> effects) {
    private static final double INTUBATED_SHARE = 0.4;

    private static final List<BedsideDisturbance> STANDARD = load();

    private static List<BedsideDisturbance> load() {
        Map<String, List<DisturbanceEffect>> effects = CsvTables.rows(
                        BedsideDisturbance.class, "disturbance-effects.csv")
                .collect(Collectors.groupingBy(
                        row -> row.getField("disturbance"),
                        Collectors.mapping(DisturbanceEffect::of, Collectors.toList())));
        return CsvTables.rows(BedsideDisturbance.class, "disturbances.csv")
                .map(row -> of(row, effects.get(row.getField("disturbance"))))
                .toList();
    }

    private static BedsideDisturbance of(NamedCsvRecord row, List<DisturbanceEffect> effects) {
        return new BedsideDisturbance(
                row.getField("disturbance"),
                row.getField("cause"),
                row.getField("patients"),
                Double.parseDouble(row.getField("per_day")),
                Double.parseDouble(row.getField("median_s")),
                Double.parseDouble(row.getField("log_sd")),
                Duration.ofSeconds(Long.parseLong(row.getField("longest_s"))),
                row.getField("cable_off").equals("yes"),
                List.copyOf(effects));
    }

    /** Returns every disturbance of the table. */
    static List<BedsideDisturbance> standard() {
        return STANDARD;
    }

    /** Returns the variables that it changes, each once. */
    List<String> variables() {
        return effects.stream().map(DisturbanceEffect::variable).distinct().toList();
    }

    /** Returns whether it can happen to a patient. */
    boolean concerns(SimulatedPatient patient) {
        return switch (patients) {
            case "line" -> patient.arterialLine();
            case "intubated" -> patient.seed().derive("intubated").uniform() < INTUBATED_SHARE;
            default -> true;
        };
    }

    /** Draws a duration of at least a second. */
    Duration duration(RandomSeed seed) {
        double seconds =
                medianSeconds * Math.exp(logDeviation * seed.derive("length").bell(0));
        return Duration.ofSeconds(Math.max(1, Math.min(longest.toSeconds(), Math.round(seconds))));
    }
}
