package org.vigie.replay.trial;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.analytics.AlarmReportBuilder;
import org.vigie.analytics.AlarmReportComparison;
import org.vigie.analytics.ReportPeriod;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.BedStays;

/**
 * Holds the result of a rule trial.
 *
 * @param period the part of the asked one from the first recorded observation on
 * @param askedFrom start of the asked period
 * @param comparison alarms and calls of both rule sets, by rule and priority
 * @param feedback both rule sets beside the feedback of clinicians, the current ones first
 * @param stays the stays whose calls differ most
 * @param trends vital signs of all stays
 * @param records that were evaluated
 * @param unreadable records that could not be decoded and were left out
 */
record RuleTrialResult(
        ReportPeriod period,
        Instant askedFrom,
        AlarmReportComparison comparison,
        RaiseTimeComparison raiseTimes,
        List<FeedbackCheck> feedback,
        List<StayDifference> stays,
        RecordedTrends trends,
        long records,
        long unreadable) {
    RuleTrialResult {
        feedback = List.copyOf(feedback);
        stays = List.copyOf(stays);
    }

    /**
     * @param askedFrom start of the period that was asked for
     * @param live alarms of the live ledger with the feedback of clinicians
     */
    static RuleTrialResult of(
            RuleTrialRequest request,
            Instant askedFrom,
            AlarmReportBuilder current,
            AlarmReportBuilder tried,
            Collection<AlarmEpisode> live,
            Collection<BedStays> beds,
            RecordedTrends trends,
            long records,
            long unreadable) {
        ReportPeriod period = request.period();
        var comparison = new AlarmReportComparison(
                request.current().version(),
                current.report(period, beds, request.unit()),
                request.tried().version(),
                tried.report(period, beds, request.unit()));
        var before = new AlarmPeriods(current.episodes(), period);
        var after = new AlarmPeriods(tried.episodes(), period);
        return new RuleTrialResult(
                period,
                askedFrom,
                comparison,
                RaiseTimeComparison.of(before, after),
                List.of(FeedbackCheck.of(live, before, period), FeedbackCheck.of(live, after, period)),
                StayDifference.greatest(before, after),
                trends,
                records,
                unreadable);
    }

    /** Returns true when the new rules miss a real alarm that the current ones do not miss. */
    boolean missesMore() {
        return !feedback.get(0).missed().containsAll(feedback.get(1).missed());
    }

    /** Returns the figures for JSON: numbers, texts, lists and maps only. */
    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("from", period.from().toString());
        figures.put("to", period.to().toString());
        figures.put("asked_from", askedFrom.toString());
        figures.put("records", records);
        figures.put("unreadable", unreadable);
        figures.putAll(comparison.figures());
        figures.put("raised_by_both", raiseTimes.both());
        figures.put("raised_by_current_only", raiseTimes.onlyCurrent());
        figures.put("raised_by_new_only", raiseTimes.onlyTried());
        raiseTimes.medianSecondsEarlier().ifPresent(seconds -> figures.put("median_seconds_earlier", seconds));
        figures.put("feedback_current", figures(feedback.get(0)));
        figures.put("feedback_new", figures(feedback.get(1)));
        figures.put("stays", stays.stream().map(RuleTrialResult::figures).toList());
        return figures;
    }

    private static Map<String, Object> figures(FeedbackCheck check) {
        return Map.of(
                "real", check.real(),
                "missed", check.missed(),
                "false", check.falseAlarms(),
                "avoided", check.avoided());
    }

    private static Map<String, Object> figures(StayDifference stay) {
        return Map.of("stay", stay.stay(), "bed", stay.bed(), "calls_by_rule", stay.rules());
    }
}
