package org.vigie.recordings.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.RecordedRowCollector;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.recordings.csv.CsvNumberFormat;
import org.vigie.recordings.csv.CsvTables;
import org.vigie.recordings.io.TarArchiveReader;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * PhysioNet/CinC Challenge 2012 (Silva 2012), set A: the first 48 hours of a stay as {@code Time,Parameter,Value}. The facts of the
 * stay stand at 00:00, -1 where unknown; weight is both a fact and a series. A row without a parameter name is sent under the code
 * {@code unnamed}, so that it is refused and counted downstream and not lost here.
 */
public final class Physionet2012Reader {
    private static final String ARCHIVE = "physionet2012/set-a.tar.gz";
    private static final List<String> FACTS = List.of("RecordID", "Age", "Gender", "Height", "ICUType");
    private static final Map<Integer, UnitTypeRecord> UNITS = Map.of(
            1,
            UnitTypeRecord.CORONARY,
            2,
            UnitTypeRecord.CARDIAC_SURGERY,
            3,
            UnitTypeRecord.MEDICAL,
            4,
            UnitTypeRecord.SURGICAL);
    /** Not in the catalogue's unit: a share, and what the challenge's page calls mmol/L, though its median of 2.0 is one of mg/dL. */
    private static final Map<String, String> OTHER_UNITS = Map.of("FiO2", "1", "Mg", "mg/dL");

    private static final Duration LENGTH = Duration.ofDays(2);

    private Physionet2012Reader() {}

    public static boolean isIn(Path directory) {
        return directory.resolve(ARCHIVE).toFile().isFile();
    }

    /** {@code count} stays in the archive's order, after {@code skip} others. */
    public static List<StayRecording> read(Path directory, int skip, int count) throws IOException {
        List<StayRecording> recordings = new ArrayList<>();
        int[] passed = {0};
        TarArchiveReader.read(directory.resolve(ARCHIVE), (name, text) -> {
            if (passed[0]++ >= skip) {
                recordings.add(recording(text));
            }
            return recordings.size() < count;
        });
        return recordings;
    }

    public static StayRecording recording(String text) {
        Map<String, Double> facts = new HashMap<>();
        RecordedRowCollector rows = new RecordedRowCollector();
        LeftOutCollector leftOut = new LeftOutCollector();
        Map<String, Duration> newest = new HashMap<>();
        CsvTables.rows(text).forEach(row -> {
            Duration at = time(row.getField("Time"));
            String parameter = row.getField("Parameter");
            double value = CsvNumberFormat.published(row.getField("Value"));
            String fault = at == null
                    ? "no time: " + row.getField("Time") + " (hours and minutes since admission are expected, 07:30)"
                    : Double.isNaN(value)
                            ? "not a number"
                            : at.compareTo(newest.getOrDefault(parameter, at)) < 0 ? "the time goes back" : "";
            if (!fault.isEmpty()) {
                leftOut.add(parameter, row.getField("Value"), fault, "line " + row.getStartingLineNumber());
                return;
            }
            newest.put(parameter, at);
            if (at.isZero() && (FACTS.contains(parameter) || parameter.equals("Weight"))) {
                facts.putIfAbsent(parameter, value);
            }
            boolean isUnknownWeight = parameter.equals("Weight") && value == -1;
            if (!FACTS.contains(parameter) && !isUnknownWeight) {
                rows.add(at, value(parameter, value).withChannel(parameter));
            }
        });
        long id = facts.getOrDefault("RecordID", 0.0).longValue();
        return new StayRecording(
                "physionet2012",
                "physionet2012-" + id,
                person(facts),
                rows.inOrder(),
                LENGTH,
                false,
                Optional.empty(),
                leftOut.toList());
    }

    /** {@code HH:MM} since admission; hour 48 occurs. Null when it is none. */
    private static Duration time(String field) {
        return field.matches("\\d{1,4}:[0-5]\\d")
                ? Duration.ofMinutes(60 * Long.parseLong(field.substring(0, field.indexOf(':')))
                        + Long.parseLong(field.substring(field.indexOf(':') + 1)))
                : null;
    }

    private static RecordedValue value(String parameter, double value) {
        return VariableCatalogue.standard()
                .findChallenge2012(parameter)
                .map(variable ->
                        RecordedValue.of(variable.name(), value, OTHER_UNITS.getOrDefault(parameter, variable.unit())))
                .orElseGet(() -> RecordedValue.of(parameter.isEmpty() ? "unnamed" : parameter, value, "1"));
    }

    private static RecordedPatient person(Map<String, Double> facts) {
        return new RecordedPatient(
                known(facts, "Age"),
                sex(facts.getOrDefault("Gender", -1.0)),
                known(facts, "Height"),
                known(facts, "Weight"),
                unitKind(facts.getOrDefault("ICUType", -1.0)));
    }

    private static Double known(Map<String, Double> facts, String name) {
        Double value = facts.get(name);
        return value == null || value <= 0 ? null : value;
    }

    private static AdministrativeSexRecord sex(double gender) {
        return gender == 0
                ? AdministrativeSexRecord.FEMALE
                : gender == 1 ? AdministrativeSexRecord.MALE : AdministrativeSexRecord.UNKNOWN;
    }

    private static UnitTypeRecord unitKind(double type) {
        return UNITS.getOrDefault((int) type, UnitTypeRecord.UNKNOWN);
    }
}
