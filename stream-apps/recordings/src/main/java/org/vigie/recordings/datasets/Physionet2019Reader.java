package org.vigie.recordings.datasets;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.recordings.LeftOutCollector;
import org.vigie.recordings.RecordedRowCollector;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.recordings.csv.CsvNumberFormat;
import org.vigie.recordings.signal.SignalRecordingBuilder;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;

/**
 * Reads PhysioNet/CinC Challenge 2019 (Reyna 2019): one row an hour, columns with bars between, {@code NaN} where nothing was measured. Its
 * FiO2 is a share; its magnesium is, by its values, mg/dL.
 */
public final class Physionet2019Reader {
    /** Gives column, variable and unit. */
    private static final List<String> COLUMNS = List.of(
            "HR hr /min",
            "O2Sat spo2 %",
            "Temp temp Cel",
            "SBP abp_sys mm[Hg]",
            "MAP abp_mean mm[Hg]",
            "DBP abp_dia mm[Hg]",
            "Resp rr /min",
            "EtCO2 etco2 mm[Hg]",
            "BaseExcess base_excess mmol/L",
            "HCO3 bicarbonate mmol/L",
            "FiO2 fio2 1",
            "pH ph [pH]",
            "PaCO2 paco2 mm[Hg]",
            "SaO2 sao2 %",
            "AST ast U/L",
            "BUN bun mg/dL",
            "Alkalinephos alp U/L",
            "Calcium calcium mg/dL",
            "Chloride chloride mmol/L",
            "Creatinine creatinine mg/dL",
            "Bilirubin_direct bilirubin_direct mg/dL",
            "Glucose glucose mg/dL",
            "Lactate lactate mmol/L",
            "Magnesium magnesium mg/dL",
            "Phosphate phosphate mg/dL",
            "Potassium potassium mmol/L",
            "Bilirubin_total bilirubin_total mg/dL",
            "TroponinI troponin_i ug/L",
            "Hct hematocrit %",
            "Hgb hemoglobin g/dL",
            "PTT ptt s",
            "WBC wbc 10*3/uL",
            "Fibrinogen fibrinogen mg/dL",
            "Platelets platelets 10*3/uL");

    private Physionet2019Reader() {}

    /** @param id the file's name without its end: {@code p000001} */
    public static StayRecording read(String id, String text) {
        List<NamedCsvRecord> hours = CsvReader.builder().fieldSeparator('|').ofNamedCsvRecord(text).stream()
                .toList();
        RecordedRowCollector rows = new RecordedRowCollector();
        LeftOutCollector leftOut = new LeftOutCollector();
        for (int hour = 0; hour < hours.size(); hour++) {
            add(rows, leftOut, Duration.ofHours(hour), hours.get(hour));
        }
        return new StayRecording(
                "physionet2019",
                "physionet2019-" + id,
                hours.isEmpty() ? SignalRecordingBuilder.NOBODY : person(hours.get(0)),
                rows.inOrder(),
                Duration.ofHours(hours.size()),
                false,
                Optional.empty(),
                leftOut.toList());
    }

    private static void add(RecordedRowCollector rows, LeftOutCollector leftOut, Duration at, NamedCsvRecord hour) {
        for (String column : COLUMNS) {
            String[] words = column.split(" ", -1);
            OptionalDouble value = number(hour, words[0]);
            if (value.isPresent()) {
                rows.add(at, new RecordedValue(words[1], value, words[2], words[0]));
            } else if (!isEmpty(field(hour, words[0]))) {
                leftOut.add(words[0], field(hour, words[0]), "not a number", "line " + hour.getStartingLineNumber());
            }
        }
    }

    private static String field(NamedCsvRecord hour, String name) {
        return hour.findField(name).orElse("NaN").strip();
    }

    private static boolean isEmpty(String field) {
        return field.equals("NaN") || field.isEmpty();
    }

    private static OptionalDouble number(NamedCsvRecord hour, String name) {
        double value = CsvNumberFormat.published(field(hour, name));
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private static RecordedPatient person(NamedCsvRecord row) {
        OptionalDouble age = number(row, "Age");
        OptionalDouble gender = number(row, "Gender");
        return new RecordedPatient(
                age.isPresent() ? Double.valueOf(age.getAsDouble()) : null, sex(gender), null, null, unitKind(row));
    }

    private static AdministrativeSexRecord sex(OptionalDouble gender) {
        double code = gender.orElse(Double.NaN);
        if (code == 0) {
            return AdministrativeSexRecord.FEMALE;
        }
        return code == 1 ? AdministrativeSexRecord.MALE : AdministrativeSexRecord.UNKNOWN;
    }

    private static UnitTypeRecord unitKind(NamedCsvRecord row) {
        if (number(row, "Unit1").orElse(0) == 1) {
            return UnitTypeRecord.MEDICAL;
        }
        return number(row, "Unit2").orElse(0) == 1 ? UnitTypeRecord.SURGICAL : UnitTypeRecord.UNKNOWN;
    }
}
