package org.vigie.extraction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.extraction.MeasurementCodes.CodedVariable;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Collects the measurements of one stay for the form of PhysioNet-2012, in its units: {@code Time,Parameter,Value}.
 *
 * <p>The total Glasgow score is the sum of its three parts where they have the same minute. The first height and weight of the
 * first six hours describe the patient from the admission on, as in PhysioNet-2012.
 */
final class StaySeries {
    private static final Duration AT_ADMISSION = Duration.ofHours(6);
    private static final int PARTS = 3;

    /** Units of the form that differ from the catalogue's. */
    private static final Map<String, String> UNITS = Map.of(VariableNames.FIO2, "1", VariableNames.MAGNESIUM, "mg/dL");

    private final WarehouseStay stay;
    private final Duration hours;
    private final Map<LeftOutRow, Long> leftOut;
    private final List<String> rows = new ArrayList<>();
    private final Map<String, Double> facts = new HashMap<>();
    private final Map<Long, Map<String, Double>> glasgow = new TreeMap<>();

    /**
     * @param hours length of the beginning of the stay that is extracted
     * @param leftOut counts the rows that are not extracted
     */
    StaySeries(WarehouseStay stay, Duration hours, Map<LeftOutRow, Long> leftOut) {
        this.stay = stay;
        this.hours = hours;
        this.leftOut = leftOut;
    }

    void add(WarehouseEvent event, Optional<CodedVariable> coded) {
        if (coded.isEmpty()) {
            count(LeftOutRow.UNKNOWN_CODE);
        } else {
            convert(event, coded.get());
        }
    }

    private void convert(WarehouseEvent event, CodedVariable coded) {
        Duration since = Duration.between(stay.admitted(), event.measured());
        Variable variable = coded.variable();
        Optional<UnitConversion> conversion = coded.conversion().apply(event.unit());
        if (since.compareTo(hours) > 0) {
            count(LeftOutRow.LATER);
        } else if (conversion.isEmpty()) {
            count(LeftOutRow.UNKNOWN_UNIT);
        } else {
            place(since, variable, conversion.get().apply(event.value()));
        }
    }

    private void place(Duration since, Variable variable, double value) {
        if (since.compareTo(AT_ADMISSION) < 0) {
            facts.putIfAbsent(variable.name(), value);
        }
        if (variable.name().startsWith("gcs_") && !variable.name().equals(VariableNames.GCS_TOTAL)) {
            glasgow.computeIfAbsent(since.toMinutes(), minute -> new HashMap<>())
                    .put(variable.name(), value);
        } else if (variable.challenge2012().isPresent() && variable.series().isPresent()) {
            rows.add(row(since.toMinutes(), variable, value));
        } else if (!variable.name().equals(VariableNames.HEIGHT)) {
            count(LeftOutRow.NOT_IN_FORM);
        }
    }

    private void count(LeftOutRow reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    private static String row(long minute, Variable variable, double value) {
        UnitConversion unit = Optional.ofNullable(UNITS.get(variable.name()))
                .flatMap(variable::conversionFrom)
                .orElse(UnitConversion.IDENTITY);
        double written = (value - unit.offset()) / unit.factor();
        return String.format(Locale.ROOT, "%02d:%02d,", minute / 60, minute % 60)
                + variable.challenge2012().orElseThrow() + "," + written;
    }

    /** Returns all measurements in the order of time, with the total Glasgow scores. */
    List<String> rows() {
        List<String> all = new ArrayList<>(rows);
        Variable total = VariableCatalogue.standard().get(VariableNames.GCS_TOTAL);
        glasgow.forEach((minute, parts) -> {
            if (parts.size() == PARTS) {
                all.add(row(minute, total, sum(parts)));
            }
        });
        all.sort(Comparator.comparingLong(StaySeries::minute));
        return all;
    }

    private static double sum(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(part -> part).sum();
    }

    private static long minute(String row) {
        String[] clock = row.substring(0, row.indexOf(',')).split(":", -1);
        return 60 * Long.parseLong(clock[0]) + Long.parseLong(clock[1]);
    }

    /** Returns a fact of the first hours in the catalogue's unit; -1 when it is not known. */
    double fact(String variable) {
        return facts.getOrDefault(variable, -1.0);
    }
}
