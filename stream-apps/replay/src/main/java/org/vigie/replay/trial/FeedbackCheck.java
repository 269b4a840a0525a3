package org.vigie.replay.trial;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.vigie.analytics.ReportPeriod;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlarmFeedbackRecord;

/**
 * Checks the alarms of a rule set against the feedback of clinicians on the live alarms.
 *
 * @param real live alarms that a clinician judged useful or known
 * @param missed those of them without a call of this rule set for the stay, as {@code bed rule raise time}
 * @param falseAlarms live alarms that a clinician judged false or caused by an artefact
 * @param avoided those of them without an alarm of the same rule in this rule set
 */
record FeedbackCheck(int real, List<String> missed, int falseAlarms, int avoided) {
    /** An alarm this much before or after the judged one is about the same condition. Unit default, to be set locally. */
    private static final Duration SLACK = Duration.ofMinutes(2);

    private static final Set<AlarmFeedbackRecord> REAL = Set.of(AlarmFeedbackRecord.USEFUL, AlarmFeedbackRecord.KNOWN);
    private static final Set<AlarmFeedbackRecord> FALSE =
            Set.of(AlarmFeedbackRecord.FALSE, AlarmFeedbackRecord.ARTEFACT);

    FeedbackCheck {
        missed = List.copyOf(missed);
    }

    /**
     * Compares the alarms of one rule set.
     *
     * @param live alarms of the live ledger with their feedback
     */
    static FeedbackCheck of(Collection<AlarmEpisode> live, AlarmPeriods alarms, ReportPeriod period) {
        var judged = new AlarmPeriods(live, period);
        List<AlarmEpisode> real = judged(judged, REAL);
        List<AlarmEpisode> wrong = judged(judged, FALSE);
        List<String> missed = real.stream()
                .filter(alarm -> alarms.beside(alarm, SLACK, each -> AlarmPeriods.calls(each) > 0)
                        .isEmpty())
                .map(alarm -> alarm.getBed() + " " + alarm.getRule() + " " + alarm.getRaisedAt())
                .sorted()
                .toList();
        int avoided = (int) wrong.stream()
                .filter(alarm -> alarms.beside(
                                alarm, SLACK, each -> each.getRule().equals(alarm.getRule()))
                        .isEmpty())
                .count();
        return new FeedbackCheck(real.size(), missed, wrong.size(), avoided);
    }

    private static List<AlarmEpisode> judged(AlarmPeriods alarms, Set<AlarmFeedbackRecord> verdicts) {
        return alarms.all().stream()
                .filter(alarm -> alarm.getFeedback() != null && verdicts.contains(alarm.getFeedback()))
                .toList();
    }
}
