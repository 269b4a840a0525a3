package org.vigie.replay.export;

/**
 * Names one written file.
 *
 * @param file path below the folder of the export
 * @param unreadable records that could not be decoded and were left out
 */
record ExportedFile(String file, long rows, long unreadable) {
    @Override
    public String toString() {
        return "%-20s %,12d rows, %d records unreadable".formatted(file, rows, unreadable);
    }
}
