package org.vigie.analytics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.Alert;
import org.vigie.schemas.BedStays;

/** Builds an alarm report from the entries of an alarm ledger. The entries of a stay must come in the order of its chain. */
public final class AlarmReportBuilder {
    private final Map<String, AlarmEpisode> episodes = new HashMap<>();

    public void take(Alert entry) {
        EpisodeAggregator.after(Optional.ofNullable(episodes.get(entry.getAlert())), entry)
                .ifPresent(after -> episodes.put(after.getAlert(), after));
    }

    /** Returns the alarms that were taken so far, open ones too. */
    public List<AlarmEpisode> episodes() {
        return List.copyOf(episodes.values());
    }

    /**
     * Returns the report of a period.
     *
     * @param beds newest state of each bed, for the occupied bed-days
     * @param config nurses and target of the unit
     */
    public AlarmReport report(ReportPeriod period, Collection<BedStays> beds, AnalyticsConfig config) {
        var statistics = new AlarmStatistics(period, episodes.values(), period.bedDays(beds), config);
        return AlarmReport.of(period, statistics, config.target());
    }
}
