package org.vigie.recordings.datasets;

import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;

/** Reads the facts of a BIDMC record: age, sex and unit, one {@code name: value} on each line. */
final class BidmcPatient {
    private BidmcPatient() {}

    /** Parses the text of a {@code _Fix.txt}. */
    static RecordedPatient parse(String text) {
        Map<String, String> facts = text.lines()
                .map(line -> line.split(": ", 2))
                .filter(words -> words.length == 2)
                .collect(Collectors.toMap(words -> words[0], words -> words[1].strip(), (first, second) -> second));
        return new RecordedPatient(
                age(facts.getOrDefault("Age", "")),
                sex(facts.getOrDefault("Gender", "")),
                null,
                null,
                unitKind(facts.getOrDefault("Location", "")));
    }

    /** Reads an age. Ages of 90 and more are written as {@code 90+}. */
    private static Double age(String field) {
        String digits = field.replaceAll("\\D", "");
        return digits.isEmpty() ? null : Double.valueOf(digits);
    }

    private static AdministrativeSexRecord sex(String field) {
        return switch (field) {
            case "F" -> AdministrativeSexRecord.FEMALE;
            case "M" -> AdministrativeSexRecord.MALE;
            default -> AdministrativeSexRecord.UNKNOWN;
        };
    }

    private static UnitTypeRecord unitKind(String location) {
        return switch (location) {
            case "ccu" -> UnitTypeRecord.CORONARY;
            case "csru" -> UnitTypeRecord.CARDIAC_SURGERY;
            case "micu" -> UnitTypeRecord.MEDICAL;
            case "sicu" -> UnitTypeRecord.SURGICAL;
            default -> UnitTypeRecord.UNKNOWN;
        };
    }
}
