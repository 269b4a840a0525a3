package org.vigie.replay.export;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.replay.engine.ReplayProgress;
import org.vigie.schemas.serde.AvroSerdes;

/** Runs an export, one table after the other. */
final class ExportRun {
    private final ExportRequest request;
    private final PrintWriter err;
    private Optional<AnonymityReport> anonymity = Optional.empty();

    /** @param err shows the progress */
    ExportRun(ExportRequest request, PrintWriter err) {
        this.request = request;
        this.err = err;
    }

    /**
     * Writes the files.
     *
     * @throws IOException when a file cannot be written
     * @throws IllegalArgumentException when a patient could be recognised by the facts of a stay
     */
    ExportResult run() throws IOException, SQLException {
        Files.createDirectories(request.directory());
        List<ExportedFile> files = new ArrayList<>();
        for (ExportTable<?> table : request.tables()) {
            files.add(export(table));
        }
        new DataDictionary(request.tables()).write(request.directory());
        return new ExportResult(files, anonymity);
    }

    private <R> ExportedFile export(ExportTable<R> table) throws IOException, SQLException {
        var serdes = new AvroSerdes(request.kafka().registry());
        var progress = new ReplayProgress(err, InstantSource.system());
        try (var database = ExportDatabase.open()) {
            long unreadable =
                    new TableLoader<>(table, serdes, progress).load(database, request.kafka(), request.period());
            if (table.name().equals(StayTable.NAME)) {
                checkStays(new AnonymityCheck(database));
            }
            String file = write(table, database);
            return new ExportedFile(file, database.rows(table.name()), unreadable);
        }
    }

    /** The names of the ward tell who a stay is; then its facts need no generalising. */
    private void checkStays(AnonymityCheck check) throws SQLException {
        if (!request.pseudonyms().keepsNames()) {
            anonymity = Optional.of(check.report(request.anonymity()));
        }
    }

    private String write(ExportTable<?> table, ExportDatabase database) throws IOException, SQLException {
        if (request.format() == ExportFormat.MEDS) {
            new MedsFiles(database, request.directory()).write(Instant.now());
            return "data/all/0.parquet";
        }
        if (request.format() == ExportFormat.WFDB) {
            new WfdbFiles(database, request.directory()).write();
            return WfdbFiles.LIST;
        }
        String file = request.format().fileName(table.name());
        database.copy(table.rows(), request.directory().resolve(file), request.format());
        return file;
    }
}
