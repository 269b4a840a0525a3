package org.vigie.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** Lists the layouts of tables that can be read. Each has versioned statements and the names of its tables. */
public enum WarehouseLayout {
    /** MIMIC-IV as PhysioNet publishes it, loaded by the scripts of mimic-code. */
    MIMIC_IV,
    /** OMOP common data model 5.4. */
    OMOP,
    /** OMOP 5.4 as French university hospitals fill it: local codes, states of rows, and units as care sites. */
    EDS;

    /** Version of the statements; a change of their result gets a new one. */
    static final String VERSION = "1";

    /** Returns the name as it is typed on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the statement that selects the stays. */
    String staysStatement() {
        return text("stays-" + VERSION + ".sql");
    }

    /** Returns the statement that selects the measurements of a range of stays. */
    String eventsStatement() {
        return text("events-" + VERSION + ".sql");
    }

    /** Returns the statement that selects the diagnoses, procedures and drugs of a range of stays. */
    String codesStatement() {
        return text("codes-" + VERSION + ".sql");
    }

    /** Returns the default names of tables and columns, as properties. */
    String defaultNames() {
        return text("names.properties");
    }

    /** Returns the codes of the measurements in this layout. */
    MeasurementCodes codes() {
        return this == MIMIC_IV ? MeasurementCodes.ofMimic() : MeasurementCodes.ofLoinc();
    }

    private String text(String file) {
        try (InputStream in = Objects.requireNonNull(
                WarehouseLayout.class.getResourceAsStream(this + "/" + file), this + "/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
