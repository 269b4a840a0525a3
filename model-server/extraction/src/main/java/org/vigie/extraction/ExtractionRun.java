package org.vigie.extraction;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Extracts a cohort: the stays first, then the measurements of a hundred stays at a time. A stay whose file exists is not read again, so
 * that an extraction that was stopped continues.
 */
final class ExtractionRun {
    private static final int PORTION = 100;
    private static final int LARGEST_RECORD = 999_999_999;

    private final WarehouseReader warehouse;
    private final MeasurementCodes codes;
    private final ExtractionManifest manifest;
    private final CohortFolder folder;
    private final Consumer<String> progress;
    private final Map<LeftOutRow, Long> leftOut = new EnumMap<>(LeftOutRow.class);

    /** @param progress takes one line for each portion */
    ExtractionRun(
            WarehouseReader warehouse, ExtractionManifest manifest, CohortFolder folder, Consumer<String> progress) {
        this.warehouse = warehouse;
        this.codes = manifest.layout().codes();
        this.manifest = manifest;
        this.folder = folder;
        this.progress = progress;
    }

    /** @param withCodes whether the diagnoses, procedures and drugs are extracted too */
    ExtractionSummary run(boolean withCodes) throws IOException, SQLException {
        manifest.claim(folder);
        Map<Integer, WarehouseStay> stays = recorded(longEnough());
        folder.writeStays(stays);
        List<Integer> pending =
                stays.keySet().stream().filter(record -> !folder.holds(record)).toList();
        for (int from = 0; from < pending.size(); from += PORTION) {
            int until = Math.min(pending.size(), from + PORTION);
            extract(pending.subList(from, until), stays);
            showProgress(stays.size() - pending.size() + until, stays.size());
        }
        folder.writeOutcomes(stays);
        return summary(stays, withCodes ? writeCodes(stays) : 0);
    }

    private void showProgress(int done, int all) {
        progress.accept("%d of %d stays".formatted(done, all));
    }

    private long writeCodes(Map<Integer, WarehouseStay> stays) throws IOException, SQLException {
        return new CodeExtraction(warehouse, stays, leftOut)
                .write(folder.directory().resolve("codes.csv"));
    }

    private ExtractionSummary summary(Map<Integer, WarehouseStay> stays, long coded) throws IOException {
        return new ExtractionSummary(
                manifest.layout().toString(),
                stays.size(),
                folder.events(stays.keySet()),
                stays.values().stream().filter(WarehouseStay::diedInHospital).count(),
                coded,
                leftOut,
                folder.directory().toString());
    }

    private List<WarehouseStay> longEnough() throws SQLException, IOException {
        List<WarehouseStay> stays = warehouse.stays().stream()
                .filter(stay -> stay.length().compareTo(Duration.ofHours(manifest.atLeastHours())) >= 0)
                .toList();
        if (stays.isEmpty()) {
            throw new IOException(manifest.source() + ": no stay in intensive care of at least "
                    + manifest.atLeastHours() + " h; compare the names of the layout with the warehouse (--names)");
        }
        return stays;
    }

    /** Numbers the stays: by their ids where those fit the form, else from 1. */
    private static Map<Integer, WarehouseStay> recorded(List<WarehouseStay> stays) {
        boolean fits = stays.stream().allMatch(stay -> stay.id() > 0 && stay.id() <= LARGEST_RECORD);
        Map<Integer, WarehouseStay> recorded = new TreeMap<>();
        for (int number = 0; number < stays.size(); number++) {
            recorded.put(fits ? (int) stays.get(number).id() : number + 1, stays.get(number));
        }
        return recorded;
    }

    private void extract(List<Integer> records, Map<Integer, WarehouseStay> stays) throws IOException, SQLException {
        Map<Long, StaySeries> series = new TreeMap<>();
        for (int record : records) {
            WarehouseStay stay = stays.get(record);
            series.put(stay.id(), new StaySeries(stay, Duration.ofHours(manifest.hours()), leftOut));
        }
        long first = stays.get(records.get(0)).id();
        long last = stays.get(records.get(records.size() - 1)).id();
        warehouse.events(first, last, event -> add(event, series));
        for (int record : records) {
            folder.write(record, stays.get(record), series.get(stays.get(record).id()));
        }
    }

    private void add(WarehouseEvent event, Map<Long, StaySeries> series) {
        StaySeries own = series.get(event.stay());
        if (own != null) {
            own.add(event, codes.find(event.code()));
        }
    }
}
