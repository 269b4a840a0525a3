package org.vigie.extraction;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Maps the codes of a warehouse to variables.
 *
 * @param byCode variable by code, in the order of the catalogue
 * @param numeric true for codes that are numbers in the warehouse
 */
record MeasurementCodes(Map<String, CodedVariable> byCode, boolean numeric) {

    /**
     * Describes what a code stands for.
     *
     * @param unit unit of its values; empty when each row names its own
     */
    record CodedVariable(Variable variable, Optional<String> unit) {
        private static CodedVariable of(NamedCsvRecord item) {
            Variable variable = VariableCatalogue.standard().get(item.getField("variable"));
            return new CodedVariable(variable, Optional.of(item.getField("unit")));
        }
    }

    /** Returns the item numbers of MIMIC-IV, from {@code mimic-iv-items.csv}; an item has one unit. */
    static MeasurementCodes ofMimic() {
        try (InputStream in = Objects.requireNonNull(
                        VariableCatalogue.class.getResourceAsStream("mimic-iv-items.csv"), "mimic-iv-items.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Map<String, CodedVariable> codes = new LinkedHashMap<>();
            rows.forEach(row -> codes.put(row.getField("itemid"), CodedVariable.of(row)));
            return new MeasurementCodes(codes, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the LOINC codes of the catalogue. Of several variables with one code the first one counts. */
    static MeasurementCodes ofLoinc() {
        Map<String, CodedVariable> codes = new LinkedHashMap<>();
        VariableCatalogue.standard().all().stream()
                .filter(variable -> !variable.loinc().isEmpty())
                .forEach(
                        variable -> codes.putIfAbsent(variable.loinc(), new CodedVariable(variable, Optional.empty())));
        return new MeasurementCodes(codes, false);
    }

    Optional<CodedVariable> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Returns the codes as a list for SQL. */
    String sqlList() {
        return byCode.keySet().stream()
                .map(code -> numeric ? code : "'" + code + "'")
                .collect(Collectors.joining(", "));
    }
}
