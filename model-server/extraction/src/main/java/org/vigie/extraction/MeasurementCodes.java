package org.vigie.extraction;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.UnitConversion;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.LoincCode;

/**
 * Maps the codes of a warehouse to variables.
 *
 * @param byCode variable by code, in the order of the table
 * @param numeric true for codes that are numbers in the warehouse
 */
record MeasurementCodes(Map<String, CodedVariable> byCode, boolean numeric) {
    private static final int DIGITS = 12;

    /**
     * Describes what a code stands for.
     *
     * @param conversion finds the conversion of a value from the unit of its row
     */
    record CodedVariable(Variable variable, Function<String, Optional<UnitConversion>> conversion) {
        private static CodedVariable of(NamedCsvRecord item) {
            Variable variable = VariableCatalogue.standard().get(item.getField("variable"));
            return new CodedVariable(variable, row -> variable.conversionFrom(item.getField("unit")));
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

    /** Returns the LOINC codes that the live ward knows; each row names its unit. */
    static MeasurementCodes ofLoinc() {
        Map<String, CodedVariable> codes = new LinkedHashMap<>();
        LoincCode.all()
                .forEach(code -> codes.put(code.code(), new CodedVariable(code.variable(), code::conversionFrom)));
        return new MeasurementCodes(codes, false);
    }

    Optional<CodedVariable> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Returns the start of the SHA-256 of the codes and their variables, to see whether an extraction was begun with the same ones. */
    String digest() {
        String table = byCode.entrySet().stream()
                .map(code -> code.getKey() + "=" + code.getValue().variable().name())
                .collect(Collectors.joining("\n"));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(table.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the codes as a list for SQL. */
    String sqlList() {
        return byCode.keySet().stream()
                .map(code -> numeric ? code : "'" + code + "'")
                .collect(Collectors.joining(", "));
    }
}
