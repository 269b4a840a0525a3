package org.vigie.extraction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Extracts the codes of the stays of a cohort to {@code codes.csv}, row by row, so that memory does not grow with them. The file is whole or
 * does not exist.
 */
final class CodeExtraction {
    private final WarehouseReader warehouse;
    private final Map<LeftOutRow, Long> leftOut;
    private final Map<Long, Integer> records = new TreeMap<>();
    private final NavigableMap<Long, WarehouseStay> stays = new TreeMap<>();
    private long codes;

    /**
     * Creates an extraction.
     *
     * @param recorded stays by RecordID
     * @param leftOut counts rows whose code has not the form of its vocabulary
     */
    CodeExtraction(WarehouseReader warehouse, Map<Integer, WarehouseStay> recorded, Map<LeftOutRow, Long> leftOut) {
        this.warehouse = warehouse;
        this.leftOut = leftOut;
        recorded.forEach((record, stay) -> {
            records.put(stay.id(), record);
            stays.put(stay.id(), stay);
        });
    }

    /** Writes the file and returns the number of codes. */
    long write(Path file) throws IOException, SQLException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (Writer out = Files.newBufferedWriter(part)) {
            out.write("RecordID,kind,vocabulary,code,minutes\n");
            warehouse.codes(stays.navigableKeySet(), code -> add(code, out));
        } catch (UncheckedIOException e) {
            throw new IOException(part + ": cannot be written", e);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return codes;
    }

    private void add(StayCode code, Writer out) {
        WarehouseStay stay = stays.get(code.stay());
        if (stay == null) {
            return;
        }
        if (!code.isWellFormed()) {
            leftOut.merge(LeftOutRow.INVALID_CODE, 1L, Long::sum);
            return;
        }
        try {
            out.write(code.row(records.get(code.stay()), stay.admitted()) + "\n");
            codes++;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
