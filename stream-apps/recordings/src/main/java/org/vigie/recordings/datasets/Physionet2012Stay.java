package org.vigie.recordings.datasets;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.RecordedRowCollector;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.recordings.csv.CsvNumberFormat;
import org.vigie.schemas.variable.VariableCatalogue;

/** Collects the rows {@code Time,Parameter,Value} of one stay: its facts, its values, and what is left out. */
final class Physionet2012Stay {
    private static final List<String> FACTS = List.of("RecordID", "Age", "Gender", "Height", "ICUType");
    private static final String WEIGHT = "Weight";
    private static final double UNKNOWN = -1;
    /** Not in the catalogue's unit: a share, and what the challenge's page calls mmol/L, though its median of 2.0 is one of mg/dL. */
    private static final Map<String, String> OTHER_UNITS = Map.of("FiO2", "1", "Mg", "mg/dL");

    private static final Duration LENGTH = Duration.ofDays(2);

    private final Map<String, Double> facts = new HashMap<>();
    private final RecordedRowCollector rows = new RecordedRowCollector();
    private final LeftOutCollector leftOut = new LeftOutCollector();
    private final Map<String, Duration> newest = new HashMap<>();

    void add(NamedCsvRecord row) {
        String parameter = row.getField("Parameter");
        double value = CsvNumberFormat.published(row.getField("Value"));
        Optional<Duration> time = time(row.getField("Time"));
        String fault = time.map(at -> fault(parameter, at, value))
                .orElseGet(() -> "no time: " + row.getField("Time")
                        + " (hours and minutes since admission are expected, 07:30)");
        if (fault.isEmpty()) {
            add(time.orElseThrow(), parameter, value);
        } else {
            leftOut.add(parameter, row.getField("Value"), fault, "line " + row.getStartingLineNumber());
        }
    }

    private String fault(String parameter, Duration at, double value) {
        if (Double.isNaN(value)) {
            return "not a number";
        }
        return at.compareTo(newest.getOrDefault(parameter, at)) < 0 ? "the time goes back" : "";
    }

    private void add(Duration at, String parameter, double value) {
        boolean isWeight = parameter.equals(WEIGHT);
        boolean isFact = FACTS.contains(parameter);
        newest.put(parameter, at);
        if (at.isZero() && (isFact || isWeight)) {
            facts.putIfAbsent(parameter, value);
        }
        if (!isFact && !(isWeight && value == UNKNOWN)) {
            rows.add(at, value(parameter, value).withChannel(parameter));
        }
    }

    /** Returns {@code HH:MM} since admission. Hour 48 occurs. */
    private static Optional<Duration> time(String field) {
        if (!field.matches("\\d{1,4}:[0-5]\\d")) {
            return Optional.empty();
        }
        int colon = field.indexOf(':');
        long hours = Long.parseLong(field.substring(0, colon));
        return Optional.of(Duration.ofHours(hours).plusMinutes(Long.parseLong(field.substring(colon + 1))));
    }

    private static RecordedValue value(String parameter, double value) {
        return VariableCatalogue.standard()
                .findChallenge2012(parameter)
                .map(variable ->
                        RecordedValue.of(variable.name(), value, OTHER_UNITS.getOrDefault(parameter, variable.unit())))
                .orElseGet(() -> RecordedValue.of(parameter.isEmpty() ? "unnamed" : parameter, value, "1"));
    }

    StayRecording recording() {
        long id = facts.getOrDefault("RecordID", 0.0).longValue();
        return new StayRecording(
                "physionet2012",
                "physionet2012-" + id,
                Physionet2012Patient.of(facts),
                rows.inOrder(),
                LENGTH,
                false,
                Optional.empty(),
                leftOut.toList());
    }
}
