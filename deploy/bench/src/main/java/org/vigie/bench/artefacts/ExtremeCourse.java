package org.vigie.bench.artefacts;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.simulator.patient.RandomSeed;

/** Describes a true deterioration of a simulated patient, from {@code extreme-courses.csv}; some begin within a second. */
record ExtremeCourse(List<VariableCourse> variables) {
    private static final List<ExtremeCourse> ALL = CsvTables.rows(ExtremeCourse.class, "extreme-courses.csv")
            .collect(Collectors.groupingBy(row -> row.getField("course"), LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(rows -> new ExtremeCourse(rows.stream().map(VariableCourse::of).toList()))
            .toList();

    private static final RandomSeed VARIATION = new RandomSeed(7);

    static List<ExtremeCourse> all() {
        return ALL;
    }

    /**
     * Describes the course of one variable.
     *
     * @param target value in the catalogue's unit; empty: the monitor shows no number
     */
    record VariableCourse(String variable, OptionalDouble target, int ramp, int hold, int recover) {
        static VariableCourse of(NamedCsvRecord row) {
            String target = row.getField("target");
            return new VariableCourse(
                    row.getField("variable"),
                    target.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(target)),
                    Integer.parseInt(row.getField("ramp_s")),
                    Integer.parseInt(row.getField("hold_s")),
                    Integer.parseInt(row.getField("recover_s")));
        }

        private double share(int since) {
            if (since < 0 || since >= ramp + hold + recover) {
                return 0;
            }
            if (since < ramp) {
                return RandomSeed.smooth((since + 1.0) / ramp);
            }
            return since < ramp + hold ? 1 : 1 - RandomSeed.smooth((since - ramp - hold + 1.0) / recover);
        }

        /** Returns the value of the sign; around the target it varies by one percent. */
        private double moved(double own, int since) {
            double share = share(since);
            if (share == 0 || target.isEmpty()) {
                return share == 0 ? own : Double.NaN;
            }
            double there = target.getAsDouble()
                    * (1 + 0.01 * VARIATION.derive(variable).wave(since, 6));
            return own + share * (there - own);
        }
    }

    /** Changes the signs of a patient at a number of seconds since the onset. */
    void apply(Map<String, Double> signs, int since) {
        variables.forEach(course -> signs.computeIfPresent(course.variable(), (name, own) -> course.moved(own, since)));
    }
}
