package org.vigie.analytics;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code ./vigie alarms report} is asked.
 *
 * @param config of the broker; empty: the defaults
 */
record AlarmReportOptions(ReportPeriod period, ReportFormat format, Optional<Path> config) {
    enum ReportFormat {
        TEXT,
        JSON,
        HTML;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
