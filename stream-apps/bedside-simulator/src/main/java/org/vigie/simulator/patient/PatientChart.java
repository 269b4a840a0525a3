package org.vigie.simulator.patient;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Produces the values that are charted by hand or measured in the laboratory, from {@code chart.csv}.
 *
 * <p>The table gives each variable's unit, interval and hours of the stay. On the first round of a ward everything due is charted; later
 * each variable at its own interval. A laboratory value arrives half an hour after its specimen was taken.
 */
public final class PatientChart {
    /** Time between two charting rounds. */
    public static final Duration ROUND = Duration.ofMinutes(5);

    private static final Duration LABORATORY = Duration.ofMinutes(30);
    private static final List<ChartedVariable> LINES = CsvTables.rows(PatientChart.class, "chart.csv")
            .map(ChartedVariable::of)
            .toList();

    private final SimulatedPatient patient;
    private final Instant firstRound;

    /** @param firstRound when the ward's first record is sent */
    public PatientChart(SimulatedPatient patient, Instant firstRound) {
        this.patient = patient;
        this.firstRound = firstRound;
    }

    /** Holds one line of the chart: the range and the interval of one variable. */
    private record ChartedVariable(
            String variable,
            String unit,
            double low,
            double high,
            int decimals,
            Duration every,
            Duration from,
            Duration until,
            boolean laboratory) {

        static ChartedVariable of(NamedCsvRecord row) {
            String variable = row.getField("variable");
            String until = row.getField("until_hour");
            return new ChartedVariable(
                    variable,
                    row.getField("unit"),
                    Double.parseDouble(row.getField("low")),
                    Double.parseDouble(row.getField("high")),
                    Integer.parseInt(row.getField("decimals")),
                    Duration.ofMinutes(Long.parseLong(row.getField("every_minutes"))),
                    Duration.ofHours(Long.parseLong(row.getField("from_hour"))),
                    until.isEmpty() ? Duration.ofDays(36_500) : Duration.ofHours(Long.parseLong(until)),
                    VariableCatalogue.standard().get(variable).sampling() == SamplingMode.LAB);
        }

        boolean covers(Duration stayed) {
            return stayed.compareTo(from) >= 0 && stayed.compareTo(until) < 0;
        }

        ReadingRecord reading(RandomSeed seed, Instant at) {
            double share = 0.5 + 0.5 * seed.wave((double) at.getEpochSecond(), 4.0 * every.toSeconds());
            double value = BedsideMonitor.round(low + (high - low) * share, decimals);
            Instant measuredAt = laboratory ? at.minus(LABORATORY) : at;
            return new ReadingRecord(variable, value, null, unit, MeasurementStatusRecord.VALID, measuredAt, "");
        }
    }

    /** Returns the values that are charted in the second of {@code at}; empty between rounds. */
    public List<ReadingRecord> at(Instant at) {
        long passed = Duration.between(firstRound, at).toSeconds();
        if (passed % ROUND.toSeconds() != 0) {
            return List.of();
        }
        long round = passed / ROUND.toSeconds();
        Duration stayed = Duration.between(patient.admittedAt(), at);
        List<ReadingRecord> readings = new ArrayList<>();
        for (ChartedVariable line : LINES) {
            if (line.covers(stayed) && isDue(line, round)) {
                readings.add(line.reading(patient.seed().derive(line.variable()), at));
            }
        }
        if (round == 0) {
            readings.add(new ReadingRecord(
                    VariableNames.WEIGHT, patient.weightKg(), null, "kg", MeasurementStatusRecord.VALID, at, ""));
        }
        return readings;
    }

    private boolean isDue(ChartedVariable line, long round) {
        int rounds = (int) (line.every().toSeconds() / ROUND.toSeconds());
        int turn = patient.seed().derive(turnOf(line)).below(rounds);
        return round == 0 || round % rounds == turn;
    }

    /**
     * Returns the seed name of a charting turn. All values of one interval share the turn, because they come from one blood sample or one
     * round.
     */
    private static String turnOf(ChartedVariable line) {
        return "turn-" + line.every();
    }
}
