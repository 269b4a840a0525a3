package org.vigie.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.vigie.platform.command.JsonAnswerOption;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Extracts a cohort from a warehouse: {@code ./vigie extract}. */
@Command(
        name = "extract",
        description = {
            "Extracts stays, measurements and outcomes with SQL from a warehouse that is only read.",
            "The folder has the form of PhysioNet-2012: ./vigie train --data DIR --sets a reads it. The same command"
                    + " continues an extraction that was stopped (docs/models/extraction.md)."
        })
public final class ExtractCommand implements Callable<Integer> {
    @Option(
            names = "--jdbc",
            required = true,
            paramLabel = "URL",
            description = "The warehouse: jdbc:postgresql://HOST/DATABASE or jdbc:duckdb:FILE.")
    String url = "";

    @Option(
            names = "--layout",
            required = true,
            paramLabel = "LAYOUT",
            description = "The layout of its tables: ${COMPLETION-CANDIDATES}.")
    WarehouseLayout layout = WarehouseLayout.MIMIC_IV;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder of the cohort.")
    Path out = Path.of("");

    @Option(names = "--user", paramLabel = "NAME", description = "The account; it needs no right but to read.")
    Optional<String> user = Optional.empty();

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the password.")
    Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--names",
            paramLabel = "FILE",
            description = "Names of tables and columns that differ from the layout's, as NAME = VALUE lines.")
    Optional<Path> names = Optional.empty();

    @Option(
            names = "--hours",
            paramLabel = "N",
            description = "Extracts the first hours of each stay (default: ${DEFAULT-VALUE}).")
    long hours = 48;

    @Option(
            names = "--at-least-hours",
            paramLabel = "N",
            description = "Leaves shorter stays out (default: ${DEFAULT-VALUE}).")
    long atLeastHours;

    @Option(
            names = "--codes",
            description =
                    "Also writes codes.csv: diagnoses, procedures and drugs. They are known after the stay: no inputs"
                            + " of a prediction.")
    boolean codes;

    @Spec
    CommandSpec spec;

    @Mixin
    JsonAnswerOption json = new JsonAnswerOption();

    @Override
    public Integer call() throws IOException {
        WarehouseConnection warehouse = new WarehouseConnection(url, user, passwordFile);
        ExtractionSummary answer = extract(warehouse);
        json.print(spec.commandLine().getOut(), answer.text(), answer);
        return 0;
    }

    private ExtractionSummary extract(WarehouseConnection warehouse) throws IOException {
        WarehouseNames known = WarehouseNames.read(layout, names);
        ExtractionManifest manifest =
                new ExtractionManifest(layout, WarehouseLayout.VERSION, warehouse.named(), hours, atLeastHours, known);
        try (Connection connection = warehouse.open()) {
            WarehouseReader reader = new WarehouseReader(connection, layout, known);
            return new ExtractionRun(reader, manifest, new CohortFolder(out), this::showProgress).run(codes);
        } catch (SQLException e) {
            throw new IOException(unreadable(warehouse, e), e);
        }
    }

    private String unreadable(WarehouseConnection warehouse, SQLException e) {
        return warehouse.named() + ": cannot be read as " + layout + " (" + e.getMessage()
                + "); compare the names of the layout with the warehouse (--names)";
    }

    private void showProgress(String line) {
        json.progress(spec.commandLine().getOut(), spec.commandLine().getErr()).println(line);
        json.progress(spec.commandLine().getOut(), spec.commandLine().getErr()).flush();
    }
}
