package org.vigie.inference.ensemble;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Holds low and high values that are usual for each series: the 10th and 90th percentile of set A, in the catalogue's units.
 *
 * @param bySeries low and high value by column
 */
record UsualValues(Map<Integer, float[]> bySeries) {
    /** Reads the shipped table {@code usual.csv}. */
    static UsualValues standard() {
        var file = Objects.requireNonNull(UsualValues.class.getResourceAsStream("usual.csv"), "usual.csv");
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<Integer, float[]> usual = new TreeMap<>();
            rows.forEach(row -> usual.put(column(row.getField("series")), lowAndHigh(row)));
            return new UsualValues(usual);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the columns in ascending order. */
    Set<Integer> series() {
        return bySeries.keySet();
    }

    float low(int series) {
        return bySeries.get(series)[0];
    }

    float high(int series) {
        return bySeries.get(series)[1];
    }

    private static int column(String series) {
        return VariableCatalogue.standard().get(series).series().orElseThrow();
    }

    private static float[] lowAndHigh(NamedCsvRecord row) {
        return new float[] {Float.parseFloat(row.getField("low")), Float.parseFloat(row.getField("high"))};
    }
}
