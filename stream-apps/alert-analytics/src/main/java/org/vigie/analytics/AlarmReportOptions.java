package org.vigie.analytics;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Holds the options of {@code ./vigie alarms report}.
 *
 * @param config configuration file with the broker; empty: the defaults
 */
record AlarmReportOptions(ReportPeriod period, ReportFormat format, Optional<Path> config) {
    /** Lists the output formats of the report. */
    enum ReportFormat {
        TEXT,
        JSON,
        HTML;

        /** Returns the format as the user types it. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
