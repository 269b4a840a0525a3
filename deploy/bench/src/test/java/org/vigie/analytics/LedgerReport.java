package org.vigie.analytics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;

/** Computes the report of {@code ./vigie alarms report} from a given ledger, with the report's own code. */
public final class LedgerReport {
    private LedgerReport() {}

    public static String text(List<Alert> ledger, Collection<BedStays> beds, Instant from, Instant to) {
        return new TextAlarmReport(report(ledger, beds, new ReportPeriod(from, to))).toString();
    }

    public static String page(List<Alert> ledger, Collection<BedStays> beds, Instant from, Instant to) {
        return new HtmlAlarmReport(report(ledger, beds, new ReportPeriod(from, to))).toString();
    }

    private static AlarmReport report(List<Alert> ledger, Collection<BedStays> beds, ReportPeriod period) {
        AnalyticsConfig config = AnalyticsConfig.defaults();
        Map<String, AlarmEpisode> episodes = new HashMap<>();
        ledger.forEach(entry -> EpisodeAggregator.after(Optional.ofNullable(episodes.get(entry.getAlert())), entry)
                .ifPresent(after -> episodes.put(after.getAlert(), after)));
        var statistics = new AlarmStatistics(period, episodes.values(), period.bedDays(beds), config);
        return AlarmReport.of(period, statistics, config.target());
    }
}
