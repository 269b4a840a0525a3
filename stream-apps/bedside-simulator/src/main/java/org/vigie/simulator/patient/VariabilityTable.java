package org.vigie.simulator.patient;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.schemas.variable.VariableNames;

/**
 * Holds the variability of vital signs that was fitted to real recordings, from {@code variability.csv}.
 *
 * <p>Each row has a sign, a parameter, a key, a value and the source of the value:
 * <ul>
 * <li>{@code level}: quantile of the patients' usual values; the key is the share of patients below it;
 * <li>{@code component}: standard deviation of one noise component of a typical patient; the key is its period in seconds;
 * <li>{@code spread}: standard deviation between patients of the logarithm of their own deviation; the key is {@code fast} or {@code slow};
 * <li>{@code correlation}: correlation of two signs, written {@code hr-rr}; the key is {@code level}, {@code fast} or {@code slow}.
 * </ul>
 */
public final class VariabilityTable {
    /** The signs in the order of vectors and matrices. The pulse is a difference from the heart rate. */
    public static final List<String> SIGNS = List.of(
            VariableNames.HR,
            VariableNames.RR,
            VariableNames.SPO2,
            VariableNames.ABP_SYS,
            VariableNames.ABP_DIA,
            VariableNames.TEMP,
            "pulse_difference");

    private static final VariabilityTable STANDARD =
            new VariabilityTable(CsvTables.rows(VariabilityTable.class, "variability.csv")
                    .map(VariabilityRow::of)
                    .toList());

    private final List<VariabilityRow> rows;

    /** Holds one row of the table. */
    public record VariabilityRow(String sign, String parameter, String key, double value, String source) {
        static VariabilityRow of(NamedCsvRecord row) {
            return new VariabilityRow(
                    row.getField("sign"),
                    row.getField("parameter"),
                    row.getField("key"),
                    Double.parseDouble(row.getField("value")),
                    row.getField("source"));
        }
    }

    public VariabilityTable(List<VariabilityRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Returns the shipped table. */
    public static VariabilityTable standard() {
        return STANDARD;
    }

    public List<VariabilityRow> rows() {
        return rows;
    }

    /** Returns the quantiles of the usual values by the share of patients below; empty for a difference. */
    public NavigableMap<Double, Double> levels(String sign) {
        return byKey(sign, "level");
    }

    /** Returns the standard deviations of the noise components by their period in seconds. */
    public NavigableMap<Double, Double> components(String sign) {
        return byKey(sign, "component");
    }

    /** Returns the spread of the deviation between patients; 0 when the table has none. */
    public double spread(String sign, TimeScale scale) {
        return value(sign, "spread", scale);
    }

    /** Returns the correlations of all signs, in the order of {@link #SIGNS}; 0 where the table has none. */
    public double[][] correlations(TimeScale scale) {
        double[][] matrix = new double[SIGNS.size()][SIGNS.size()];
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column < matrix.length; column++) {
                matrix[row][column] = row == column ? 1 : correlation(SIGNS.get(row), SIGNS.get(column), scale);
            }
        }
        return matrix;
    }

    private double correlation(String one, String other, TimeScale scale) {
        return value(one + "-" + other, "correlation", scale) + value(other + "-" + one, "correlation", scale);
    }

    private double value(String sign, String parameter, TimeScale scale) {
        return select(row -> row.sign().equals(sign)
                        && row.parameter().equals(parameter)
                        && row.key().equals(scale.key()))
                .mapToDouble(VariabilityRow::value)
                .sum();
    }

    private NavigableMap<Double, Double> byKey(String sign, String parameter) {
        Map<Double, Double> found = select(
                        row -> row.sign().equals(sign) && row.parameter().equals(parameter))
                .collect(Collectors.toMap(row -> Double.valueOf(row.key()), VariabilityRow::value));
        return new TreeMap<>(found);
    }

    private Stream<VariabilityRow> select(Predicate<VariabilityRow> which) {
        return rows.stream().filter(which);
    }
}
