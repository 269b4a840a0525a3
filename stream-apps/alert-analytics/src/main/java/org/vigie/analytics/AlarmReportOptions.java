package org.vigie.analytics;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Holds the options of {@code ./vigie alarms report}.
 *
 * @param namespaces the one that is reported, and the one with which it is compared
 * @param config configuration file with the broker; empty: the defaults
 */
record AlarmReportOptions(
        ReportPeriod period, ReportFormat format, ReportNamespaces namespaces, Optional<Path> config) {
    /**
     * Names the namespaces of a report.
     *
     * @param of empty: that of the configuration
     * @param against empty: the report is not compared
     */
    record ReportNamespaces(Optional<String> of, Optional<String> against) {}

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
